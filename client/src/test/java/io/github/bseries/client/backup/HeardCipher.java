// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.io.Serial;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;

/** A provider of the one cipher of age, which is that of Java, and says so each time it is used. */
public final class HeardCipher extends Provider {

  /** What it prints for each chunk. */
  static final String WORDS = "heard of a chunk";

  /** The cipher of age, as Java calls it. */
  static final String CIPHER = "ChaCha20-Poly1305";

  @Serial private static final long serialVersionUID = 1L;

  /** Called by Java, which finds it by the name of this class. */
  public HeardCipher() {
    super("HeardCipher", "1", "for a test");
    putService(
        new Service(this, "Cipher", CIPHER, "that of Java", null, null) {
          @Override
          public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            System.out.println(WORDS);
            return Security.getProvider("SunJCE")
                .getService("Cipher", CIPHER)
                .newInstance(parameter);
          }
        });
  }
}
