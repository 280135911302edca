// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a client secret is kept. It is asked whenever a token is needed, so that a secret can be
 * changed without a restart; a token lasts about an hour.
 *
 * <p>Any function may be one, such as a call to a vault. It is called on the thread that needs the
 * token, while others wait for that token, and must not call back into the client. What it throws
 * is shown by its type alone, since its text may hold what was read.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SecretSource {

  /**
   * Returns the secret as it is now, in an array of its own, which is wiped after use.
   *
   * @throws Exception if it cannot be read
   */
  char[] read() throws Exception;

  /**
   * Returns a source that reads this file each time. Line breaks at its end do not belong to the
   * secret.
   *
   * @param file a file in UTF-8 with the secret alone, no longer than 4096 bytes. It should be
   *     replaced as a whole, by renaming, so that no half of it is read
   */
  static SecretSource ofFile(Path file) {
    return new SecretFile(requireNonNull(file, "file"));
  }

  /**
   * Returns a source that reads this environment variable. The environment of a running program
   * does not change, so a new secret needs a restart here.
   */
  static SecretSource ofEnvironment(String variable) {
    return new SecretVariable(System.getenv(), requireNonNull(variable, "variable"));
  }
}
