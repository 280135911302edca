// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static io.github.bseries.client.file.PairText.pairWith;
import static io.github.bseries.client.file.PairText.parsed;
import static io.github.bseries.client.file.PairText.primaryWith;
import static io.github.bseries.client.file.PairText.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairFileSecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'interApplianceKey':'hunter2'",
        "'interApplianceKeyFingerprint':'hunter2'",
        "'interApplianceKeyFingerprint':{'value':'hunter2'}",
        "'interApplianceKeyFingerprint':['hunter2']",
        "'apiAccess':{'clientSecret':'hunter2'}",
        "'password':{'a':'hunter2'}",
        "'address':'https://admin:hunter2@site1.example.com'",
        "'ip':'hunter2@site1'",
        "'platform':'admin@hunter2'",
        "'certificates':[{'privateKey':'hunter2'}]",
        "'certificates':[{'privateKey':'-----BEGIN PRIVATE KEY-----hunter2'}]",
        "'certificates':[{'fingerprint':'hunter2'}]",
        "'subnet':'12.12.1.0/hunter@2'",
        "'id':'-----BEGIN PRIVATE KEY-----hunter2"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000'",
        "'platform':'-----BEGIN PRIVATE KEY-----hunter2'"
      })
  void a_secret_is_refused_and_not_shown(String member) {
    InvalidFileException invalid =
        catchThrowableOfType(
            InvalidFileException.class,
            () -> parsed(primaryWith(member).replace("'address':'a.example',", "")));

    assertThat(invalid).hasMessageContaining("$.normalPrimary.").hasMessageNotContaining("hunter");
  }

  @Test
  void a_secret_has_no_place_here_and_whoever_wrote_it_is_told_so() {
    assertThat(problems(pairWith("'apiToken':'hunter2'")).get(0))
        .startsWith("$.apiToken: this field is not known, and no secret belongs into this file;");
    assertThat(problems(primaryWith("'interApplianceKey':'hunter2'")).get(0))
        .endsWith("take it out; did you mean interApplianceKeyFingerprint?");
    assertThat(problems(primaryWith("'interApplianceKeyFingerprint':12345")).get(0))
        .doesNotContain("12345")
        .contains("no secret belongs here");
  }
}
