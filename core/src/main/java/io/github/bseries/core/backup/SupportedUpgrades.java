// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;

/**
 * Which steps from one product version to a later one the vendor supports, as its release notes
 * list them.
 *
 * <p>The table is the user's: no API tells it, and none comes with this library. A step is
 * supported only if it is listed itself. Two listed steps, one after the other, are not a third.
 *
 * @param upgrades the steps, in any order; empty if none is known
 * @source S2 "Recover /login" (only backups from supported upgrades are tested; the release notes
 *     list them)
 * @since 0.1
 */
public record SupportedUpgrades(Set<Upgrade> upgrades) {

  /** Keeps a copy of the steps. */
  public SupportedUpgrades {
    upgrades = Set.copyOf(requireNonNull(upgrades, "upgrades"));
  }

  /** Returns a table without any step. */
  public static SupportedUpgrades none() {
    return new SupportedUpgrades(Set.of());
  }

  /**
   * Returns this table with one more step.
   *
   * @param from the older product version, such as {@code 24.2.1}
   * @param to the later one, whose release notes list {@code from}
   * @throws IllegalArgumentException if one is not made of numbers and dots, or {@code to} is not
   *     later
   */
  public SupportedUpgrades with(String from, String to) {
    Set<Upgrade> more = new HashSet<>(upgrades);
    more.add(new Upgrade(from, to));
    return new SupportedUpgrades(more);
  }

  boolean isListed(ProductNumber from, ProductNumber to) {
    return upgrades.stream()
        .anyMatch(step -> number(step.from()).equals(from) && number(step.to()).equals(to));
  }

  private static ProductNumber number(String text) {
    ProductNumber number = ProductNumber.of(text);
    if (number == null) {
      throw new IllegalArgumentException("product version must be numbers with dots between them");
    }
    return number;
  }

  /**
   * One supported step.
   *
   * @param from the older product version
   * @param to the later product version
   * @since 0.1
   */
  public record Upgrade(String from, String to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if one is not made of numbers and dots, or {@code to} is not
     *     later: no release notes list a step back
     */
    public Upgrade {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      if (number(from).compareTo(number(to)) >= 0) {
        throw new IllegalArgumentException("to is " + to + ", must be later than " + from);
      }
    }
  }
}
