// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.readiness.PairFacts;
import io.github.bseries.core.readiness.ReadinessPolicy;
import io.github.bseries.core.readiness.RuleBook;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Silence;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the people of a pair declare, in one file: what is needed to judge it but what is seen.
 *
 * @param pair the pair
 * @param recoveryKit what lies ready outside the appliances; null if nobody said
 * @param policy what was promised, and how old a fact may be
 * @param silences the rules that nobody wants to hear of for a while, each at most once
 * @param shownAs the rules that are shown with another severity, by id; in the order of the ids
 * @since 0.1
 */
public record PairDeclaration(
    AppliancePair pair,
    @Nullable RecoveryKit recoveryKit,
    ReadinessPolicy policy,
    List<Silence> silences,
    Map<String, Severity> shownAs) {

  /**
   * Keeps copies of the collections.
   *
   * @throws IllegalArgumentException if two silences are of one rule
   */
  public PairDeclaration {
    requireNonNull(pair, "pair");
    requireNonNull(policy, "policy");
    silences = List.copyOf(requireNonNull(silences, "silences"));
    shownAs = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(shownAs, "shownAs")));
    shownAs.values().forEach(severity -> requireNonNull(severity, "shownAs"));
    Set<String> silenced = new HashSet<>();
    for (Silence silence : silences) {
      if (!silenced.add(silence.ruleId())) {
        throw new IllegalArgumentException(
            "silences has " + silence.ruleId() + " twice, at most one is allowed for each rule");
      }
    }
  }

  /** Returns the declaration of this pair alone, with the standard policy. */
  public static PairDeclaration of(AppliancePair pair) {
    return new PairDeclaration(pair, null, ReadinessPolicy.standard(), List.of(), Map.of());
  }

  /**
   * Returns this book with the silences and severities that are declared here.
   *
   * @throws IllegalArgumentException if a rule that is named here is not in the book
   */
  public RuleBook ruleBook(RuleBook rules) {
    RuleBook book = rules;
    for (Silence silence : silences) {
      book = book.silencing(silence);
    }
    for (Map.Entry<String, Severity> shown : shownAs.entrySet()) {
      book = book.showing(shown.getKey(), shown.getValue());
    }
    return book;
  }

  /** Returns a builder of the facts of this moment, with all in it that is declared here. */
  public PairFacts.Builder facts(Instant moment) {
    return PairFacts.at(moment).pair(pair).recoveryKit(recoveryKit).policy(policy);
  }
}
