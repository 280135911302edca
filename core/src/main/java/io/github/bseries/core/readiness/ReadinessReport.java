// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What all rules say of a pair at one moment, and what may be done after that.
 *
 * <p>That a procedure is not blocked says that nothing which was asked stands in its way. It does
 * not say that it is called for: whether the primary is really lost, for one, is not judged here.
 *
 * @param moment the moment for which it was judged
 * @param findings what each rule says, in the order of the rules; never empty
 * @since 0.1
 */
public record ReadinessReport(Instant moment, List<Finding> findings) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if there is no finding: nothing was judged then
   */
  public ReadinessReport {
    requireNonNull(moment, "moment");
    findings = List.copyOf(requireNonNull(findings, "findings"));
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("findings is empty; a report rests on something");
    }
  }

  /** Returns whether nothing stands in the way of a planned switchover. */
  public boolean canSwitchOver() {
    return blockersOf(Procedure.SWITCHOVER).isEmpty();
  }

  /**
   * Returns whether nothing stands in the way of a takeover, should the primary be lost. That it is
   * lost is not judged here, and has to be made sure of.
   */
  public boolean canTakeOver() {
    return blockersOf(Procedure.TAKEOVER).isEmpty();
  }

  /**
   * Returns what stands in the way of a procedure: rules that block it, and that are broken or
   * could not be judged, silenced ones too.
   */
  public List<Finding> blockersOf(Procedure procedure) {
    return findings.stream().filter(finding -> finding.blocks(procedure)).toList();
  }

  /** Returns what is to be heard: rules that did not pass and are not silenced. */
  public List<Finding> open() {
    return findings.stream().filter(Finding::isOpen).toList();
  }

  /** Returns the rules that did not pass, and that somebody silenced. */
  public List<Finding> silenced() {
    return findings.stream()
        .filter(finding -> !finding.verdict().isPassed() && finding.silence() != null)
        .toList();
  }

  /** Returns the rules that passed. */
  public List<Finding> passed() {
    return findings.stream().filter(finding -> finding.verdict().isPassed()).toList();
  }

  /**
   * Returns the report for a human to read, on lines that fit a terminal of 80 columns as far as
   * the words in it let them. What blocks stands first, and what passed stands last. Its form may
   * change.
   */
  public String text() {
    return new ReportText(this).toString();
  }
}
