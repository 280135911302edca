// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A real pair keeps the contract of switching. Run by the profile {@code real-pair-switching} only,
 * and only for the site that is named once more as the one to be switched.
 */
@Tag("real-pair-switching")
@Timeout(value = 2, unit = TimeUnit.HOURS) // Two switches, and a data sync.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPairSwitchingContractTest extends SwitchingContractTest {

  private final ContractedPair contracted = new ContractedPair(RealPlace.toSwitch(System.getenv()));

  @Override
  ContractedPair contracted() {
    return contracted;
  }

  @AfterAll
  void close() {
    contracted.close();
  }
}
