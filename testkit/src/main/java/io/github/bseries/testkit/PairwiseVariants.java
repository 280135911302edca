// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Variants in which every two behaviours of two switches meet. It is greedy: each variant begins
 * with a pair that is still missing, and takes for each other switch what brings most missing pairs
 * with it; of two that bring as many, the one that is missing in more pairs yet.
 */
final class PairwiseVariants {

  private PairwiseVariants() {}

  static List<Assumptions> of(Assumptions first) {
    Set<Meeting> missing = allMeetings();
    List<Assumptions> variants = new ArrayList<>();
    Assumptions next = first;
    while (true) {
      variants.add(next);
      Assumptions covered = next;
      missing.removeIf(it -> covered.include(it.one()) && covered.include(it.other()));
      if (missing.isEmpty()) {
        return List.copyOf(variants);
      }
      next = fullest(first, missing);
    }
  }

  private static Set<Meeting> allMeetings() {
    Set<Meeting> all = new LinkedHashSet<>();
    for (AssumedBehaviour one : AssumedBehaviour.values()) {
      for (AssumedBehaviour other : AssumedBehaviour.values()) {
        if (one.ofSwitch().compareTo(other.ofSwitch()) < 0) {
          all.add(new Meeting(one, other));
        }
      }
    }
    return all;
  }

  private static Assumptions fullest(Assumptions base, Set<Meeting> missing) {
    Meeting seed = missing.iterator().next();
    List<AssumedBehaviour> chosen = new ArrayList<>(List.of(seed.one(), seed.other()));
    for (AssumedSwitch each : AssumedSwitch.values()) {
      if (each != seed.one().ofSwitch() && each != seed.other().ofSwitch()) {
        chosen.add(best(each, chosen, missing));
      }
    }
    return base.with(chosen.toArray(AssumedBehaviour[]::new));
  }

  private static AssumedBehaviour best(
      AssumedSwitch open, List<AssumedBehaviour> chosen, Set<Meeting> missing) {
    AssumedBehaviour best = open.standard();
    long most = -1;
    for (AssumedBehaviour candidate : open.behaviours()) {
      long gain = chosen.stream().filter(it -> missing.contains(Meeting.of(it, candidate))).count();
      long later = missing.stream().filter(it -> it.has(candidate)).count();
      long worth = gain * AssumedBehaviour.values().length + later;
      if (worth > most) {
        most = worth;
        best = candidate;
      }
    }
    return best;
  }

  /** Two behaviours of different switches, the one of the earlier switch first. */
  private record Meeting(AssumedBehaviour one, AssumedBehaviour other) {

    static Meeting of(AssumedBehaviour a, AssumedBehaviour b) {
      return a.ofSwitch().compareTo(b.ofSwitch()) < 0 ? new Meeting(a, b) : new Meeting(b, a);
    }

    boolean has(AssumedBehaviour behaviour) {
      return one == behaviour || other == behaviour;
    }
  }
}
