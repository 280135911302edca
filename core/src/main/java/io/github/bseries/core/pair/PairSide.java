// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * One of the two sides of a pair, by what it is meant to be and not by what it is now.
 *
 * @source S1 "Best Practices for Primary and Backup Environments" (normal primary, normal backup)
 * @since 0.1
 */
public enum PairSide {
  /** The appliance that is meant to be primary. */
  NORMAL_PRIMARY("normal primary"),

  /** The appliance that is meant to stand by. */
  NORMAL_BACKUP("normal backup");

  private final String title;

  PairSide(String title) {
    this.title = title;
  }

  /** Returns what this side is called: {@code normal primary}, {@code normal backup}. */
  public String title() {
    return title;
  }

  /** Returns the other side. */
  public PairSide other() {
    return this == NORMAL_PRIMARY ? NORMAL_BACKUP : NORMAL_PRIMARY;
  }

  /** Returns the appliance of this side. */
  public Appliance of(AppliancePair pair) {
    return this == NORMAL_PRIMARY ? pair.normalPrimary() : pair.normalBackup();
  }

  /** Returns what was seen at this side. */
  public Observation of(PairSnapshot snapshot) {
    return this == NORMAL_PRIMARY ? snapshot.primary() : snapshot.backup();
  }

  /** Returns what is remembered of this side. */
  public SideHistory of(PairHistory history) {
    return this == NORMAL_PRIMARY ? history.primary() : history.backup();
  }
}
