// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A call of the client, as a column of the table of faults. */
enum TabledCall {
  TOKEN("token of `checkHealth`", CallKind.TOKEN),
  PROBE("`probe`", CallKind.PROBE),
  CHECK_HEALTH("`checkHealth`", CallKind.CHECK_HEALTH),
  API_INFO("`getApiInfo`", CallKind.GET_API_INFO),
  APPLIANCES("`getAppliances`", CallKind.GET_APPLIANCES),
  CONNECTED_CLIENTS("`getConnectedClientList`", CallKind.GET_CONNECTED_CLIENT_LIST),
  BACKUP("`downloadBackup`", CallKind.BACKUP),
  SET_FAILOVER_ROLE("`setFailoverRole`", CallKind.SET_FAILOVER_ROLE);

  /** What a caller is happy with. */
  static final List<String> SUCCESSES =
      List.of("health", "information", "appliances", "clients", "file", "Answers", "Confirmed");

  private final String title;
  private final CallKind kind;

  TabledCall(String title, CallKind kind) {
    this.title = title;
    this.kind = kind;
  }

  /** Returns the head of its column. */
  String title() {
    return title;
  }

  /** Returns the calls to the appliance that meet the fault. */
  CallKind kind() {
    return kind;
  }

  /** Makes the call, and says in a few words what it came to. */
  String result(ApplianceClient client, SimulatedPair simulated, Path target) {
    return switch (this) {
      case TOKEN, CHECK_HEALTH -> read("health", client::checkHealth);
      case PROBE -> client.probe().getClass().getSimpleName();
      case API_INFO -> read("information", client::getApiInfo);
      case APPLIANCES -> read("appliances", client::getAppliances);
      case CONNECTED_CLIENTS -> read("clients", client::getConnectedClientList);
      case BACKUP -> backup(client, target);
      case SET_FAILOVER_ROLE -> change(client, simulated);
    };
  }

  private static String backup(ApplianceClient client, Path target) {
    String words = read("file", () -> client.downloadBackup(target));
    if (Files.exists(target) != words.equals("file")) {
      throw new AssertionError(words + ", and the file is there: " + Files.exists(target));
    }
    return words;
  }

  private static String change(ApplianceClient client, SimulatedPair simulated) {
    try {
      return client
          .setFailoverRole(RoleChangeRequest.becomeBackup(simulated.a().id()))
          .getClass()
          .getSimpleName();
    } catch (ApplianceException e) {
      return "not sent, " + word(e);
    }
  }

  private static String read(String value, Runnable call) {
    try {
      call.run();
      return value;
    } catch (ApplianceException e) {
      return word(e);
    }
  }

  private static String word(ApplianceException exception) {
    if (exception instanceof RejectedException rejected) {
      return "rejected, " + rejected.ground();
    }
    if (exception instanceof UnreachableException) {
      return "unreachable";
    }
    return exception instanceof LimitReachedException ? "limit" : "unreadable";
  }
}
