// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules by which a pair is judged: those of {@link StandardRules}, and whatever was added.
 *
 * <p>A rule can be silenced for a while or shown with another severity. None can be taken out, and
 * neither of the two ever opens a gate. Immutable; every change makes another book.
 *
 * @since 0.1
 */
public final class RuleBook {

  private final Map<String, Rule> rules;
  private final Map<String, Silence> silences;
  private final Map<String, Severity> severities;

  private RuleBook(
      Map<String, Rule> rules, Map<String, Silence> silences, Map<String, Severity> severities) {
    this.rules = Collections.unmodifiableMap(rules);
    this.silences = Map.copyOf(silences);
    this.severities = Map.copyOf(severities);
  }

  /** Returns the book with the standard rules. */
  public static RuleBook standard() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    StandardRules.all().forEach(rule -> rules.put(rule.description().id(), rule));
    return new RuleBook(rules, Map.of(), Map.of());
  }

  /** Returns the rules, in the order in which they are judged and shown. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /**
   * Returns this book with one more rule, at its end.
   *
   * @throws IllegalArgumentException if there is a rule with that id
   */
  public RuleBook with(Rule rule) {
    Map<String, Rule> more = new LinkedHashMap<>(rules);
    String id = rule.description().id();
    if (more.put(id, requireNonNull(rule, "rule")) != null) {
      throw new IllegalArgumentException("there is a rule " + id + " already");
    }
    return new RuleBook(more, silences, severities);
  }

  /**
   * Returns this book with a rule silenced, in place of an earlier silence of that rule.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public RuleBook silencing(Silence silence) {
    checkKnown(silence.ruleId());
    Map<String, Silence> more = new LinkedHashMap<>(silences);
    more.put(silence.ruleId(), silence);
    return new RuleBook(rules, more, severities);
  }

  /**
   * Returns this book with a rule shown at another severity.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public RuleBook showing(String ruleId, Severity severity) {
    checkKnown(ruleId);
    Map<String, Severity> more = new LinkedHashMap<>(severities);
    more.put(ruleId, requireNonNull(severity, "severity"));
    return new RuleBook(rules, silences, more);
  }

  private void checkKnown(String ruleId) {
    if (!rules.containsKey(requireNonNull(ruleId, "ruleId"))) {
      throw new IllegalArgumentException("there is no rule " + ruleId);
    }
  }

  /**
   * Returns what all rules say of these facts.
   *
   * <p>A rule that throws is not judged, so it blocks what it would block when broken. An error of
   * the machine, such as lack of memory, is thrown on.
   */
  public ReadinessReport judge(PairFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules.values()) {
      RuleDescription description = rule.description();
      Silence silence = silences.get(description.id());
      findings.add(
          new Finding(
              description,
              verdict(rule, facts),
              severities.getOrDefault(description.id(), description.severity()),
              silence != null && silence.holdsAt(facts.moment()) ? silence : null));
    }
    return new ReadinessReport(facts.moment(), findings);
  }

  private static Verdict verdict(Rule rule, PairFacts facts) {
    try {
      return requireNonNull(rule.judge(facts), "the rule returned null");
    } catch (RuntimeException e) {
      return Verdict.notJudged("the rule itself failed: " + e);
    }
  }
}
