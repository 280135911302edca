// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteApplianceTest {

  private static final ApplianceId ID = new ApplianceId("50adeb59f0f04163b09b7591af1949ea");

  private static SiteAppliance with(String clusterRole, String failoverRole) {
    return new SiteAppliance(
        ID, "site1", "support.example.com", clusterRole, failoverRole, true, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"single, SINGLE", "primary, PRIMARY", "master, PRIMARY", "traffic, TRAFFIC"})
  void its_part_in_a_cluster_is_known_in_the_old_and_the_new_word(String word, AtlasRole role) {
    assertThat(with(word, "none").atlasRole()).contains(role);
  }

  @ParameterizedTest
  @CsvSource({"primary, PRIMARY", "backup, BACKUP", "none, NONE"})
  void its_role_in_a_pair_is_known(String word, FailoverRole role) {
    assertThat(with("single", word).failoverRole()).contains(role);
  }

  @Test
  void a_word_that_is_not_known_is_kept_and_is_no_role() {
    SiteAppliance appliance = with("relay", "standby");

    assertThat(appliance.atlasRole()).isEmpty();
    assertThat(appliance.failoverRole()).isEmpty();
    assertThat(appliance.clusterRoleText()).isEqualTo("relay");
    assertThat(appliance.failoverRoleText()).isEqualTo("standby");
    assertThat(appliance.summary())
        .isEqualTo(ID + " \"site1\", failover \"standby\", cluster \"relay\"");
  }

  @Test
  void all_but_the_id_may_be_missing() {
    SiteAppliance appliance = new SiteAppliance(ID, null, null, null, null, null, null);

    assertThat(appliance.atlasRole()).isEmpty();
    assertThat(appliance.failoverRole()).isEmpty();
    assertThat(appliance.summary())
        .isEqualTo(ID + ", failover role not told, cluster role not told");
    assertThatThrownBy(() -> new SiteAppliance(null, null, null, null, null, null, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("id");
  }

  @Test
  void one_that_accepts_nobody_says_so() {
    assertThat(new SiteAppliance(ID, null, null, "traffic", "none", false, null).summary())
        .endsWith(", accepts no users");
  }
}
