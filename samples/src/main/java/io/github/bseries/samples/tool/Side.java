// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;

/** One of the two normal sides. */
enum Side {
  /** The normal primary. */
  PRIMARY,
  /** The normal backup. */
  BACKUP;

  Observation of(PairSnapshot snapshot) {
    return this == PRIMARY ? snapshot.primary() : snapshot.backup();
  }

  ApplianceClient of(PairClient pair) {
    return this == PRIMARY ? pair.primary() : pair.backup();
  }

  Side other() {
    return this == PRIMARY ? BACKUP : PRIMARY;
  }
}
