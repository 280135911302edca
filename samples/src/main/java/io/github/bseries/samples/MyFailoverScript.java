// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.Waiter;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A failover script as a user may have one: asks the primary once to become backup, and looks at
 * both until it is seen. {@code MyFailoverScriptTest} shows how it is tried.
 *
 * @param primary where the normal primary is
 * @param backup where the normal backup is
 * @param trusted a PEM file with the certificates that are trusted
 * @param account who asks
 * @param waiter waits between two looks
 */
record MyFailoverScript(
    ApplianceAddress primary,
    ApplianceAddress backup,
    Path trusted,
    ApiAccount account,
    Waiter waiter) {

  private static final Duration DEADLINE = Duration.ofMinutes(5);

  void run() {
    ApplianceClientBuilder both =
        ApplianceClient.builder().account(account).trustedCertificates(trusted);
    try (PairClient pair =
        PairClient.builder(both).primary(primary).backup(backup).waiter(waiter).build()) {
      var id = pair.primary().checkHealth().applianceId();
      RoleChange change = pair.primary().setFailoverRole(RoleChangeRequest.becomeBackup(id));
      pair.awaitRoles(change.request(), DEADLINE, look -> {});
    }
  }
}
