// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encrypts a stream in the format of age, version 1, to public keys of the kind X25519. */
public final class AgeEncryption {

  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int TAG_BYTES = 16;

  /** More than any header takes: a line of version, one of authentication, and the nonce. */
  private static final int HEAD_BYTES = 256;

  /** More than the lines for one recipient take. */
  private static final int RECIPIENT_BYTES = 256;

  private AgeEncryption() {}

  /** Returns why this is no recipient, without showing it; null if it is one. */
  public static @Nullable String objection(String recipient) {
    if (recipient.regionMatches(true, 0, "AGE-SECRET-KEY-", 0, 15)) {
      return "this is a private key, which has no place here; give the public one, age1…";
    }
    if (recipient.startsWith("ssh-")) {
      return "keys of SSH are not taken; make one with age-keygen and give its public half, age1…";
    }
    if (!recipient.startsWith("age1")) {
      return "it does not begin with age1; give the public key that age-keygen prints";
    }
    try {
      // Tried once, since some keys are well-formed, and yet nothing can be encrypted to them.
      writer(recipient).getRecipientStanzas(new FileKey());
      return null;
    } catch (NoSuchAlgorithmException | ProviderException e) {
      // Said before anything is asked of an appliance; the key may well be one.
      return "it cannot be tried, since the ciphers of this Java runtime fail: " + e;
    } catch (GeneralSecurityException | RuntimeException e) {
      return "it begins with age1, and is mistyped, cut, or no key of the kind X25519";
    }
  }

  /**
   * Returns a channel that encrypts what is written to it. It has to be closed for the end of the
   * file to be written, which closes the sink, too. Its memory does not grow.
   *
   * @param recipients public keys that have no objection
   */
  public static WritableByteChannel into(WritableByteChannel sink, List<String> recipients)
      throws IOException {
    try {
      List<RecipientStanzaWriter> writers = new ArrayList<>();
      for (String recipient : recipients) {
        writers.add(writer(recipient));
      }
      return new Encryption(
          new StandardEncryptingChannelFactory().newEncryptingChannel(sink, writers));
    } catch (GeneralSecurityException | ProviderException e) {
      throw cannotEncrypt(e);
    }
  }

  private static IOException cannotEncrypt(Exception e) {
    return new IOException("this Java runtime cannot encrypt: " + e, e);
  }

  /** Returns a length that a file of this plain length does not pass when it is encrypted. */
  public static long mostBytes(long plainBytes, int recipientCount) {
    long chunks = plainBytes / CHUNK_BYTES + 1;
    return plainBytes + chunks * TAG_BYTES + HEAD_BYTES + (long) recipientCount * RECIPIENT_BYTES;
  }

  private static RecipientStanzaWriter writer(String recipient) throws GeneralSecurityException {
    return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
  }

  /** A cipher in native code fails with what is no {@link IOException}. */
  private record Encryption(WritableByteChannel age) implements WritableByteChannel {

    @Override
    public int write(ByteBuffer plain) throws IOException {
      try {
        return age.write(plain);
      } catch (ProviderException e) {
        throw cannotEncrypt(e);
      }
    }

    @Override
    public boolean isOpen() {
      return age.isOpen();
    }

    @Override
    public void close() throws IOException {
      try {
        age.close();
      } catch (ProviderException e) {
        throw cannotEncrypt(e);
      }
    }
  }
}
