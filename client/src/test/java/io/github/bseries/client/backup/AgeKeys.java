// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.github.bseries.client.AgeRecipient;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;

/** Two keys that were made for tests, and what their owners do with them. */
public final class AgeKeys {

  private static final KeyPair FIRST = made();
  private static final KeyPair SECOND = made();

  /** Both public keys. */
  public static final List<AgeRecipient> RECIPIENTS =
      List.of(new AgeRecipient(publicKey(FIRST)), new AgeRecipient(publicKey(SECOND)));

  private AgeKeys() {}

  private static KeyPair made() {
    try {
      return new X25519KeyPairGenerator().generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String publicKey(KeyPair pair) {
    return new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII);
  }

  /** Returns the private key of one of them. */
  public static String identity(int index) {
    return new String(
        (index == 0 ? FIRST : SECOND).getPrivate().getEncoded(), StandardCharsets.US_ASCII);
  }

  /** Returns what is in a file, as the owner of one of the keys sees it. */
  public static byte[] decrypted(Path file, int index) throws Exception {
    try (FileChannel sealed = FileChannel.open(file);
        ReadableByteChannel plain =
            new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                    sealed,
                    List.of(
                        X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                            identity(index))));
        InputStream stream = Channels.newInputStream(plain)) {
      return stream.readAllBytes();
    }
  }
}
