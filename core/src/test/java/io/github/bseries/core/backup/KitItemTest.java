// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KitItemTest {

  @Test
  void what_belongs_to_one_appliance_is_of_each_side() {
    assertThat(Arrays.stream(KitItem.values()).filter(KitItem::isOfEachSide))
        .containsExactly(
            KitItem.NSB, KitItem.STATUS_PAGE, KitItem.APPLIANCE_NOTES, KitItem.DEPLOYMENT_FILE);
  }

  @Test
  void each_item_has_a_title_of_its_own() {
    assertThat(Arrays.stream(KitItem.values()).map(KitItem::title))
        .doesNotHaveDuplicates()
        .contains("newest backup", "Vault encryption key", "network diagram");
  }

  @Test
  void each_item_says_why_it_matters_and_where_that_stands() {
    assertThat(KitItem.values())
        .allSatisfy(item -> assertThat(item.why().text()).endsWith("."))
        .allSatisfy(item -> assertThat(item.why().source()).startsWith("S2 \""));
    assertThat(KitItem.VAULT_ENCRYPTION_KEY.why())
        .hasToString(
            "Without it nobody can read the Vault's credentials on a new appliance, although the"
                + " backup holds them. [S2 \"Back Up Vault Encryption Key\", D-MGMT]");
  }

  @Test
  void each_setting_has_a_title_of_its_own_and_a_page() {
    assertThat(Arrays.stream(ApplianceSetting.values()).map(ApplianceSetting::title))
        .doesNotHaveDuplicates()
        .contains("static routes", "SNMP", "login agreement");
    assertThat(ApplianceSetting.values())
        .allSatisfy(setting -> assertThat(setting.page()).matches("(Networking|Security) > .+"));
    assertThat(ApplianceSetting.EMAIL.page()).isEqualTo("Security > Email Configuration");
  }
}
