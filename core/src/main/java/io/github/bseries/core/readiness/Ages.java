// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.SpanText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects attestations, and judges whether all of them are young enough to count. */
final class Ages {

  private final PairFacts facts;
  private final List<String> broken = new ArrayList<>();
  private int count;

  Ages(PairFacts facts) {
    this.facts = facts;
  }

  /**
   * Takes one attestation in.
   *
   * @param what how it is called in a report
   * @param attested the attestation; null if there is none, which is not for this rule to say
   */
  void add(String what, @Nullable Attested<?> attested) {
    if (attested != null) {
      count++;
      Verdict verdict = facts.current(what, attested).judge(value -> Verdict.passed(what));
      if (!verdict.isPassed()) {
        broken.add(verdict.because());
      }
    }
  }

  /** Returns whether all of them count; not judged if there is none. */
  Verdict verdict() {
    if (count == 0) {
      return Verdict.notJudged("nothing was attested");
    }
    return Verdict.of(
        broken.isEmpty(),
        count
            + " attested, each at most "
            + SpanText.of(facts.policy().oldestAttestation())
            + " ago",
        broken.stream().distinct().collect(Collectors.joining("; ")));
  }
}
