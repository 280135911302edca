// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A call of the client, as a column of the table of faults. */
enum TabledCall {
  TOKEN("token of `checkHealth`", CallKind.TOKEN) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      return read("health", client::checkHealth);
    }
  },

  PROBE("`probe`", CallKind.PROBE) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      return client.probe().getClass().getSimpleName();
    }
  },

  CHECK_HEALTH("`checkHealth`", CallKind.CHECK_HEALTH) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      return read("health", client::checkHealth);
    }
  },

  API_INFO("`getApiInfo`", CallKind.GET_API_INFO) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      return read("information", client::getApiInfo);
    }
  },

  APPLIANCES("`getAppliances`", CallKind.GET_APPLIANCES) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      return read("appliances", client::getAppliances);
    }
  },

  CONNECTED_CLIENTS("`getConnectedClientList`", CallKind.GET_CONNECTED_CLIENT_LIST) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      return read("clients", client::getConnectedClientList);
    }
  },

  BACKUP("`downloadBackup`", CallKind.BACKUP) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      String words = read("file", () -> client.downloadBackup(target));
      if (Files.exists(target) != words.equals("file")) {
        throw new AssertionError(words + ", and the file is there: " + Files.exists(target));
      }
      return words;
    }
  },

  SET_FAILOVER_ROLE("`setFailoverRole`", CallKind.SET_FAILOVER_ROLE) {
    @Override
    String result(ApplianceClient client, SimulatedPair simulated, Path target) {
      try {
        RoleChange change =
            client.setFailoverRole(RoleChangeRequest.becomeBackup(simulated.a().id()));
        return change.getClass().getSimpleName();
      } catch (ApplianceException e) {
        return "not sent, " + word(e);
      }
    }
  };

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
  abstract String result(ApplianceClient client, SimulatedPair simulated, Path target);

  private static String read(String value, Runnable call) {
    try {
      call.run();
      return value;
    } catch (ApplianceException e) {
      return word(e);
    }
  }

  static String word(ApplianceException exception) {
    if (exception instanceof RejectedException rejected) {
      return "rejected, " + rejected.ground();
    }
    if (exception instanceof UnreachableException) {
      return "unreachable";
    }
    return exception instanceof LimitReachedException ? "limit" : "unreadable";
  }
}
