// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPlaceTest {

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BSERIES_CONTRACT_PRIMARY", "https://12.12.1.50");
    environment.put("BSERIES_CONTRACT_BACKUP", "https://12.12.1.51");
    environment.put("BSERIES_CONTRACT_SITE", "https://support.example.com");
    environment.put("BSERIES_CONTRACT_CLIENT_ID", "id");
    environment.put("BSERIES_CONTRACT_CLIENT_SECRET", "hush");
    return environment;
  }

  @Test
  void all_variables_that_are_missing_are_named_at_once() {
    Map<String, String> environment = environment();
    environment.remove("BSERIES_CONTRACT_BACKUP");
    environment.put("BSERIES_CONTRACT_CLIENT_SECRET", " ");

    assertThatThrownBy(() -> RealPlace.of(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("not set: BSERIES_CONTRACT_BACKUP, BSERIES_CONTRACT_CLIENT_SECRET");
  }

  @Test
  void each_side_is_called_under_the_name_of_the_site() {
    RealPlace place = RealPlace.of(environment());

    assertThat(place.primary().name()).isEqualTo("support.example.com");
    assertThat(place.backup().host()).isEqualTo("12.12.1.51");
    assertThat(place.listsAppliances()).isTrue();
  }

  @Test
  void roles_are_switched_only_if_the_site_is_named_once_more() {
    Map<String, String> environment = environment();

    assertThatThrownBy(() -> RealPlace.toSwitch(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BSERIES_CONTRACT_SWITCHES must be support.example.com");
    environment.put("BSERIES_CONTRACT_SWITCHES", "support.example.com");
    assertThat(RealPlace.toSwitch(environment).site().name()).isEqualTo("support.example.com");
  }

  @Test
  void the_product_is_one_of_two() {
    Map<String, String> environment = environment();
    environment.put("BSERIES_CONTRACT_PRODUCT", "pra");
    boolean listed = RealPlace.of(environment).listsAppliances();
    environment.put("BSERIES_CONTRACT_PRODUCT", "PAM");

    assertThat(listed).isFalse();
    assertThatThrownBy(() -> RealPlace.of(environment)).hasMessageContaining("must be rs or pra");
  }
}
