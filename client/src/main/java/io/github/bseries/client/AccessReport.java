// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account can do at one appliance what it is meant to, and what stands in its way.
 *
 * @param address where was asked
 * @param at when, on the local clock
 * @param findings the answer to each question that what is meant raises, in a fixed order
 * @param applianceId which appliance answered; null if that could not be told
 * @param apiInformation what it says of its API; null if it did not say
 * @param clockSkew how far the clocks are apart; null if the appliance told no clock
 * @since 0.1
 */
public record AccessReport(
    ApplianceAddress address,
    Instant at,
    List<AccessFinding> findings,
    @Nullable ApplianceId applianceId,
    @Nullable ApiInformation apiInformation,
    @Nullable ClockSkew clockSkew) {

  /**
   * Keeps a copy of the findings.
   *
   * @throws IllegalArgumentException if there are none, since nothing is fine by not being asked
   */
  public AccessReport {
    requireNonNull(address, "address");
    requireNonNull(at, "at");
    findings = List.copyOf(requireNonNull(findings, "findings"));
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("findings are empty, must be one at least");
    }
  }

  /** Returns whether every question was answered by yes. What could not be told is no yes. */
  public boolean isFine() {
    return findings.stream().allMatch(AccessFinding::isPassed);
  }

  /** Returns what came of this question; empty if what is meant does not raise it. */
  public Optional<AccessFinding> finding(AccessQuestion question) {
    requireNonNull(question, "question");
    return findings.stream().filter(each -> each.question() == question).findFirst();
  }

  /** Returns one line for each question, for a human to read. Its form may change. */
  public String summary() {
    return address
        + "\n"
        + findings.stream().map(each -> "  " + each.summary()).collect(Collectors.joining("\n"));
  }
}
