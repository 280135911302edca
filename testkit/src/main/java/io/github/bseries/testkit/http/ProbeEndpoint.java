// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceHealth;
import java.util.Set;

/**
 * The health check that needs no token.
 *
 * @source D-HEALTH (200 if it went well, 500 if not, a message to read); assumed: its words and
 *     type
 */
final class ProbeEndpoint implements Endpoint {

  @Override
  public Set<String> methods() {
    return Set.of("GET", "HEAD");
  }

  @Override
  public boolean needsToken() {
    return false;
  }

  @Override
  public Answer answer(Arrival arrival) {
    ApplianceHealth health = arrival.appliance().checkHealth();
    return health.success()
        ? Answer.text(200, "The health check succeeded.\n")
        : Answer.text(500, "The health check failed.\n");
  }
}
