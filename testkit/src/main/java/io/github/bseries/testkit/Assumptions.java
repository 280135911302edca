// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a simulated pair behaves wherever the sources leave it open: one {@link AssumedBehaviour} for
 * each {@link AssumedSwitch}. It cannot be changed; two that choose the same are equal.
 *
 * @since 0.1
 */
public final class Assumptions {

  private static final Assumptions STANDARD = new Assumptions(standardChoice());

  private final Map<AssumedSwitch, AssumedBehaviour> chosen;

  private Assumptions(Map<AssumedSwitch, AssumedBehaviour> chosen) {
    this.chosen = Collections.unmodifiableMap(chosen);
  }

  /** Returns what is assumed unless something else is said. */
  public static Assumptions standard() {
    return STANDARD;
  }

  /**
   * Returns variants of a pair in which every two behaviours of two switches meet at least once, so
   * that what depends on one switch, or on two together, shows. The first one is {@link
   * #standard()}; the list is the same each time.
   */
  public static List<Assumptions> plausible() {
    return PairwiseVariants.of(STANDARD);
  }

  /** Returns these with the given behaviours; of two for one switch, the later one counts. */
  public Assumptions with(AssumedBehaviour... behaviours) {
    Map<AssumedSwitch, AssumedBehaviour> changed = new EnumMap<>(chosen);
    for (AssumedBehaviour behaviour : behaviours) {
      changed.put(requireNonNull(behaviour, "behaviour").ofSwitch(), behaviour);
    }
    return new Assumptions(changed);
  }

  /** Returns the behaviour that is chosen for this switch. */
  public AssumedBehaviour of(AssumedSwitch asked) {
    return requireNonNull(chosen.get(requireNonNull(asked, "asked")), "behaviour");
  }

  /** Returns whether this behaviour is the one that is chosen for its switch. */
  public boolean include(AssumedBehaviour behaviour) {
    return of(behaviour.ofSwitch()) == behaviour;
  }

  /** Returns the behaviours that differ from {@link #standard()}, in the order of the switches. */
  public List<AssumedBehaviour> deviations() {
    return chosen.values().stream()
        .filter(behaviour -> behaviour.ofSwitch().standard() != behaviour)
        .toList();
  }

  private static Map<AssumedSwitch, AssumedBehaviour> standardChoice() {
    Map<AssumedSwitch, AssumedBehaviour> choice = new EnumMap<>(AssumedSwitch.class);
    for (AssumedSwitch each : AssumedSwitch.values()) {
      choice.put(each, each.standard());
    }
    return choice;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assumptions that && chosen.equals(that.chosen);
  }

  @Override
  public int hashCode() {
    return chosen.hashCode();
  }

  /** Returns the deviations from the standard as text. */
  @Override
  public String toString() {
    return "Assumptions" + deviations();
  }
}
