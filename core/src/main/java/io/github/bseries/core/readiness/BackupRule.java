// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** A rule about the appliance that would become primary: whichever side that is. */
interface BackupRule extends Rule {

  /** Returns what this rule says of one side, as if that were the one. */
  Verdict judge(PairFacts facts, PairSide side);

  @Override
  default Verdict judge(PairFacts facts) {
    return BySide.backup(facts, side -> judge(facts, side));
  }
}
