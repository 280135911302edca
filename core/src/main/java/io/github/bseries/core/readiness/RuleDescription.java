// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a rule before it judges anything.
 *
 * @param id by which it is known in reports and in settings, for good: lower-case words, digits and
 *     hyphens, in two or more parts with a dot between: {@code sync.is-recent}
 * @param title what should be true, as a sentence without a full stop
 * @param severity how much it weighs when it is broken
 * @param blocks what must not be done while the rule is broken or could not be judged; empty unless
 *     {@code severity} is {@link Severity#BLOCKER}, and never empty then
 * @param remedy what to do when it is broken, as a sentence
 * @param source the key of the source and the part of it: {@code S1 "Best Practices"}; or why it is
 *     a rule although no source says so
 * @since 0.1
 */
public record RuleDescription(
    String id,
    String title,
    Severity severity,
    Set<Procedure> blocks,
    String remedy,
    String source) {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  /**
   * Keeps a copy of the set.
   *
   * @throws IllegalArgumentException if {@code id} has another form, if a text is blank, or if
   *     {@code blocks} and {@code severity} do not fit together
   */
  public RuleDescription {
    if (!ID.matcher(requireNonNull(id, "id")).matches()) {
      throw new IllegalArgumentException(
          "id is \"" + id + "\", must be lower-case words with dots between: sync.is-recent");
    }
    checkText("title", title);
    requireNonNull(severity, "severity");
    blocks = ordered(requireNonNull(blocks, "blocks"));
    checkText("remedy", remedy);
    checkText("source", source);
    if ((severity == Severity.BLOCKER) == blocks.isEmpty()) {
      throw new IllegalArgumentException(
          "severity is "
              + severity
              + " and blocks is "
              + blocks
              + "; a blocker blocks something,"
              + " and nothing else does");
    }
  }

  /**
   * Returns the description of a rule that weighs something, and blocks nothing.
   *
   * @param severity {@link Severity#WARNING} or {@link Severity#NOTICE}
   * @throws IllegalArgumentException if the severity is another, {@code id} has another form, or a
   *     text is blank
   */
  public static RuleDescription of(
      String id, Severity severity, String title, String remedy, String source) {
    return new RuleDescription(id, title, severity, Set.of(), remedy, source);
  }

  /**
   * Returns the description of a rule that blocks every procedure.
   *
   * @throws IllegalArgumentException if {@code id} has another form, or a text is blank
   */
  public static RuleDescription blocker(String id, String title, String remedy, String source) {
    return new RuleDescription(
        id, title, Severity.BLOCKER, EnumSet.allOf(Procedure.class), remedy, source);
  }

  /**
   * Returns this description of a rule that blocks this procedure, and no other.
   *
   * @throws IllegalArgumentException if it is no blocker
   */
  public RuleDescription blockingOnly(Procedure procedure) {
    return new RuleDescription(id, title, severity, Set.of(procedure), remedy, source);
  }

  private static void checkText(String component, String text) {
    if (requireNonNull(text, component).isBlank()) {
      throw new IllegalArgumentException(component + " is blank");
    }
  }

  private static Set<Procedure> ordered(Set<Procedure> procedures) {
    EnumSet<Procedure> copy = EnumSet.noneOf(Procedure.class);
    copy.addAll(procedures);
    return Collections.unmodifiableSet(copy);
  }
}
