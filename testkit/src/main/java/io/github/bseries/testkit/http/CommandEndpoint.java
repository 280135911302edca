// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.CommandAnswer;
import io.github.bseries.testkit.SimulatedAppliance;
import java.util.Map;
import java.util.Set;

/**
 * The commands.
 *
 * @source D-CMD (GET or POST), D-HEALTH, D-ROLE, W-CLOUD ({@code Invalid action}); assumed: the
 *     words about parameters
 */
final class CommandEndpoint implements Endpoint {

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public boolean needsToken() {
    return true;
  }

  @Override
  public Answer answer(SimulatedAppliance appliance, Call call) {
    return switch (call.kind()) {
      case CHECK_HEALTH -> Answer.xml(XmlText.health(appliance.health()));
      case SET_FAILOVER_ROLE -> setFailoverRole(appliance, call.parameters());
      default -> refused("Invalid action");
    };
  }

  private static Answer setFailoverRole(
      SimulatedAppliance appliance, Map<String, String> parameters) {
    String role = parameters.getOrDefault("role", "");
    if (!role.equals("primary") && !role.equals("backup")) {
      return refused("Invalid role");
    }
    for (String name : new String[] {"data_sync_first", "force"}) {
      if (!parameters.getOrDefault(name, "0").matches("[01]")) {
        return refused("Invalid " + name);
      }
    }
    CommandAnswer answer =
        appliance.setFailoverRole(
            FailoverRole.ofLiteral(role),
            "1".equals(parameters.get("data_sync_first")),
            "1".equals(parameters.get("force")));
    return Answer.xml(
        answer.isAccepted() ? XmlText.success(answer.text()) : XmlText.error(answer.text()));
  }

  private static Answer refused(String text) {
    return Answer.xml(XmlText.error(text)).notCarriedOut();
  }
}
