// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That somebody does not want to hear of a rule for a while. The report shows it, with the reason.
 *
 * <p>It changes what is shown, and never what may be done: a blocker blocks, silenced or not.
 *
 * @param ruleId which rule
 * @param reason why; never blank
 * @param owner who answers for it; never blank
 * @param until the moment from which on the rule is heard again
 * @since 0.1
 */
public record Silence(String ruleId, String reason, String owner, Instant until) {

  /**
   * Takes away the white space around the texts.
   *
   * @throws IllegalArgumentException if one of them is blank
   */
  public Silence {
    ruleId = checked("ruleId", ruleId);
    reason = checked("reason", reason);
    owner = checked("owner", owner);
    requireNonNull(until, "until");
  }

  private static String checked(String component, String text) {
    String stripped = requireNonNull(text, component).strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(component + " is blank");
    }
    return stripped;
  }

  /** Returns whether it still holds at this moment. */
  public boolean holdsAt(Instant moment) {
    return moment.isBefore(until);
  }
}
