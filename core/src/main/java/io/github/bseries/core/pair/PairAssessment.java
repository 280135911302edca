// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a pair stands at a moment, and why.
 *
 * <p>It never gets better by knowing less: without a look at a side, the site, a clock, a data sync
 * or the past, its gravity is the same or heavier, or turns from {@link Gravity#CRITICAL} to {@link
 * Gravity#UNKNOWN}, which is not better. A conflict that only the past proves so becomes unsettled.
 * Two things are left out of that: what nobody declared cannot be contradicted, so without the pair
 * no wrong appliance is found; and a role change that was asked for is no fact about the pair but a
 * promise to wait, so a history must not be dropped while one is pending.
 *
 * <p>Several silent looks from one machine are still one view. So no state says that an appliance
 * is down.
 *
 * @param state the gravest state that holds, by the order of {@link PairState}
 * @param reasons all that was found, the heaviest first; empty only if nothing is amiss at all
 * @param exposure the age of the last data sync
 * @param moment the moment for which all this is said
 * @since 0.1
 */
public record PairAssessment(
    PairState state, List<AssessmentReason> reasons, Exposure exposure, Instant moment) {

  private static final Comparator<AssessmentReason> HEAVIEST_FIRST =
      Comparator.comparing(AssessmentReason::gravity, Comparator.reverseOrder())
          .thenComparing(AssessmentReason::kind)
          .thenComparing(reason -> Optional.ofNullable(reason.view()).map(Enum::ordinal).orElse(-1))
          .thenComparing(AssessmentReason::at);

  /**
   * Puts the reasons in order.
   *
   * @throws IllegalArgumentException if {@code state} is not normal and there is no reason for it
   */
  public PairAssessment {
    requireNonNull(state, "state");
    reasons = requireNonNull(reasons, "reasons").stream().sorted(HEAVIEST_FIRST).toList();
    requireNonNull(exposure, "exposure");
    requireNonNull(moment, "moment");
    if (state != PairState.NORMAL
        && reasons.stream().noneMatch(it -> it.kind().state().equals(Optional.of(state)))) {
      throw new IllegalArgumentException("state is " + state + " without a reason for it");
    }
  }

  /**
   * Returns how a pair stands.
   *
   * @param pair what its people declared; null if nothing was: then nothing is held against it
   * @param snapshot what was seen
   * @param history what was known before; whether this snapshot was taken in already, with the same
   *     pair, makes no difference
   * @param policy what to go by
   * @param moment for which moment to assess it, as a rule right after the snapshot
   */
  public static PairAssessment of(
      @Nullable AppliancePair pair,
      PairSnapshot snapshot,
      PairHistory history,
      AssessmentPolicy policy,
      Instant moment) {
    PairView view = PairView.of(pair, snapshot, history, moment);
    List<AssessmentReason> reasons = new PairAssessor(view, policy).reasons();
    PairState state =
        reasons.stream()
            .flatMap(reason -> reason.kind().state().stream())
            .min(Comparator.naturalOrder())
            .orElse(PairState.NORMAL);
    return new PairAssessment(state, reasons, view.exposure(Duration.ZERO), moment);
  }

  /** Returns the gravity of the heaviest reason; fine if there is none. */
  public Gravity gravity() {
    return AssessmentReason.heaviest(reasons);
  }

  /** Returns whether this was found. */
  public boolean has(AssessmentReason.Kind kind) {
    return reasons.stream().anyMatch(reason -> reason.kind() == kind);
  }

  /** Returns the whole of it on a few lines, for a human to read. Its form may change. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append("state           ").append(state).append(" (").append(gravity()).append(')');
    text.append("\nexposure        ").append(exposure.summary());
    reasons.forEach(reason -> text.append("\n  ").append(reason.sentence()));
    return text.toString();
  }
}
