// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.io.Serial;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A provider of the one cipher of age, which is that of Java, and says so each time it is used. The
 * security property {@value #WHOLE} tells after how many times it is a broken one.
 */
public final class HeardCipher extends Provider {

  /** What it prints once or twice for each chunk, as Java likes it. */
  static final String WORDS = "heard of a chunk";

  /** The cipher of age, as Java calls it. */
  static final String CIPHER = "ChaCha20-Poly1305";

  static final String WHOLE = "heard.cipher.whole";

  @Serial private static final long serialVersionUID = 1L;

  /** Called by Java, which finds it by the name of this class. */
  public HeardCipher() {
    super("HeardCipher", "1", "for a test");
    String limit = Security.getProperty(WHOLE);
    AtomicLong whole = new AtomicLong(limit == null ? Long.MAX_VALUE : Long.parseLong(limit));
    putService(
        new Service(this, "Cipher", CIPHER, "that of Java", null, null) {
          @Override
          public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            System.out.println(WORDS);
            if (whole.getAndDecrement() <= 0) {
              return new BrokenCipher();
            }
            return Security.getProvider("SunJCE")
                .getService("Cipher", CIPHER)
                .newInstance(parameter);
          }
        });
  }
}
