// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.BackupDownload;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.SimulatedPair;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulated pair keeps the contract, under variants of what no source settles in which every
 * two assumptions meet. What each assumption by itself means to the client is shown in the package
 * {@code assumption}.
 */
@ParameterizedClass
@MethodSource("variants")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedContractTest extends ApplianceContractTest {

  @Parameter private Assumptions variant;
  private SimulatedPlace place;
  private ContractedPair contracted;

  @BeforeParameterizedClassInvocation
  void open() {
    this.place = new SimulatedPlace(variant);
    this.contracted = new ContractedPair(place);
  }

  static List<Assumptions> variants() {
    return SimulatedPair.plausible();
  }

  @AfterParameterizedClassInvocation
  void close() {
    contracted.close();
    place.close();
  }

  @Override
  ContractedPair contracted() {
    return contracted;
  }

  @Test
  void the_backup_of_the_primary_is_the_one_that_it_made(@TempDir Path folder) {
    BackupDownload backup = contracted.primary().downloadBackup(folder.resolve("made.nsb"));

    assertThat(backup.sha256()).isEqualTo(place.simulated().a().backup().orElseThrow().sha256());
  }
}
