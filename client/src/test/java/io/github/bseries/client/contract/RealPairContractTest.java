// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A real pair keeps the contract, as far as nothing changes. Run by the profile {@code real-pair}
 * only; it is red, and not skipped, if no pair is named.
 */
@Tag("real-pair")
@Timeout(value = 2, unit = TimeUnit.HOURS) // A backup may be large.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPairContractTest extends ApplianceContractTest {

  private final ContractedPair contracted = new ContractedPair(RealPlace.of(System.getenv()));

  @Override
  ContractedPair contracted() {
    return contracted;
  }

  @AfterAll
  void close() {
    contracted.close();
  }
}
