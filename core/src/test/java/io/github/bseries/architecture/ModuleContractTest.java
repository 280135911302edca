// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds for every module that is published. The architecture test of each extends it. */
public abstract class ModuleContractTest {

  private final String artifact;

  /** Takes the name of the artifact, which is also that of its list of the public API. */
  protected ModuleContractTest(String artifact) {
    this.artifact = artifact;
  }

  @Test
  void every_test_has_a_name_that_is_run() {
    assertThat(TestNames.complaints()).isEmpty();
  }

  @Test
  void the_public_api_is_the_one_in_the_list() {
    PublicApi.Comparison api = PublicApi.compareWithFile(artifact);

    assertThat(api.actual())
        .as("api/%s.api; a change on purpose is written with -Dapi.update=true", artifact)
        .isEqualTo(api.file());
  }

  @Test
  void every_source_is_listed() {
    assertThat(SourceKeys.complaints()).isEmpty();
  }
}
