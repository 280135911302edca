// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that looks at a pair, or changes a role in it; and how to start it. */
final class PairMemoryProcess {

  private PairMemoryProcess() {}

  /**
   * Works on a pair, and prints a line after each step.
   *
   * @param args both addresses, the history file, and {@code look} with a number of looks, or
   *     {@code change}
   */
  public static void main(String[] args) {
    try (ApiAccount account = ScriptedClient.account();
        PairClient pair =
            PairClient.builder(ApplianceClient.builder().account(account).plainHttpOnLoopback(true))
                .primary(ApplianceAddress.parse(args[0]))
                .backup(ApplianceAddress.parse(args[1]))
                .historyFile(Path.of(args[2]))
                .build()) {
      if (args[3].equals("change")) {
        RoleChange change =
            pair.primary()
                .setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID).withDataSyncFirst());
        print(change.getClass().getSimpleName());
        return;
      }
      for (int look = Integer.parseInt(args[4]); look > 0; look--) {
        print(pair.look().memory().getClass().getSimpleName());
      }
    }
  }

  private static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Starts it at these two. */
  static Process start(ScriptedServer primary, ScriptedServer backup, Path history, String... what)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", TestClassPath.text()));
    command.add(PairMemoryProcess.class.getName());
    command.add(primary.address().toString());
    command.add(backup.address().toString());
    command.add(history.toString());
    command.addAll(List.of(what));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
