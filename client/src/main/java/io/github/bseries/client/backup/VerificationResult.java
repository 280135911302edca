// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

/**
 * How a file compares with its manifest.
 *
 * @since 0.1
 */
public enum VerificationResult {
  /** Size and digest are those of the manifest. */
  INTACT("intact"),

  /** The size is right, and the digest is not: a byte changed at least. */
  CHANGED("changed"),

  /** The file has another size. */
  WRONG_SIZE("wrong size"),

  /** There is no such file. */
  MISSING("missing"),

  /** The file could not be read to its end, by its permissions or by a fault of the disk. */
  UNREADABLE("unreadable");

  private final String title;

  VerificationResult(String title) {
    this.title = title;
  }

  /** Returns the words for it: {@code intact}, {@code wrong size} and so on. */
  public String title() {
    return title;
  }
}
