// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.LastDataSync;
import org.junit.jupiter.api.Test;

/** What may be missing in a health, and is told more than once. */
class HealthToldTwiceTest {

  private static final String TIME =
      "<last_data_sync_time ts=\"1760000000\">2025-10-09 08:53:20</last_data_sync_time>";
  private static final String STATUS = "<last_data_sync_status>success</last_data_sync_status>";
  private static final String VERSION = "<version>24.1.3 (1-a)</version>";

  private static ApplianceHealth health(String more) {
    String xml =
        "<health_check xmlns=\"http://www.bomgar.com/namespaces/API/command\">"
            + "<appliance id=\"50adeb59f0f04163b09b7591af1949ea\">a</appliance>"
            + "<success>1</success><failover_role>backup</failover_role>"
            + more
            + "</health_check>";
    XmlAnswer<ApplianceHealth> answer = CommandAnswers.health(xml.getBytes(UTF_8));
    return ((XmlAnswer.Understood<ApplianceHealth>) answer).value();
  }

  @Test
  void in_one_way_is_told() {
    ApplianceHealth once = health(VERSION + TIME + STATUS);

    assertThat(once.version()).isNotNull();
    assertThat(once.lastDataSync()).isNotNull();
    assertThat(health(VERSION + TIME + STATUS + TIME + STATUS + VERSION)).isEqualTo(once);
  }

  @Test
  void in_two_ways_is_untold() {
    String laterTime = TIME.replace("1760000000", "1760000060");
    ApplianceHealth health =
        health(
            VERSION
                + VERSION.replace("24", "25")
                + TIME
                + laterTime
                + STATUS
                + STATUS.replace("success", "failed"));

    assertThat(health.version()).isNull();
    assertThat(health.lastDataSync()).isNull();
    assertThat(health(TIME + laterTime + STATUS).lastDataSync())
        .isEqualTo(new LastDataSync(null, null, "success"));
  }
}
