// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallKindTest {

  @ParameterizedTest
  @CsvSource({
    "/oauth2/token, , TOKEN",
    "/api/backup, , BACKUP",
    "/check_health, , PROBE",
    "/api/command, check_health, CHECK_HEALTH",
    "/api/command, set_failover_role, SET_FAILOVER_ROLE",
    "/api/command, get_api_info, GET_API_INFO",
    "/api/command, , OTHER",
    "/login, , OTHER"
  })
  void a_call_is_known_by_its_path_and_action(String path, String action, CallKind kind) {
    assertThat(CallKind.of(path, action)).isEqualTo(kind);
  }
}
