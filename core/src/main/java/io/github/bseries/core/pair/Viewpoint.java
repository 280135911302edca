// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * A place at which one looks for an appliance of a pair.
 *
 * @since 0.1
 */
public enum Viewpoint {
  /** The own address of the normal primary. */
  NORMAL_PRIMARY("normal primary"),

  /** The own address of the normal backup. */
  NORMAL_BACKUP("normal backup"),

  /** The public name of the site. */
  SITE("site");

  private final String title;

  Viewpoint(String title) {
    this.title = title;
  }

  /** Returns what a human calls it: {@code normal primary}, {@code normal backup}, {@code site}. */
  public String title() {
    return title;
  }
}
