// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Duration;

/** Clients of a {@link ScriptedServer}, and the account they use. */
final class ScriptedClient {

  static final String CLIENT_ID = "0123456789abcdef0123456789abcdef01234567";
  static final String SECRET = "s3cr3t+that/must=never:be,shown.anywhere.42";

  private ScriptedClient() {}

  static ApiAccount account() {
    return ApiAccount.of(CLIENT_ID, SECRET.toCharArray());
  }

  static ApplianceClientBuilder builder(ScriptedServer server) {
    return ApplianceClient.builder()
        .address(server.address())
        .account(account())
        // Between two attempts no time passes here.
        .waiter(pause -> {})
        .plainHttpOnLoopback(true);
  }

  static ApplianceClient of(ScriptedServer server) {
    return builder(server).build();
  }

  /** For what never ends by itself: short, and yet far longer than a local call takes. */
  static ApplianceClient impatient(ScriptedServer server) {
    return hasty(server).build();
  }

  /** Settings of an impatient client. */
  static ApplianceClientBuilder hasty(ScriptedServer server) {
    return builder(server)
        .callTimeout(Duration.ofSeconds(2))
        .roleChangeTimeout(Duration.ofSeconds(2))
        .backupIdleTimeout(Duration.ofSeconds(2));
  }
}
