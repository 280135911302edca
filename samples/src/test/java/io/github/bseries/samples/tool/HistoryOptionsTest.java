// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.file.HistoryFile;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.RequestedRole;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pair's time stands still: a swap that was asked for is not seen before somebody lets it. */
@SimulatedPairTest
class HistoryOptionsTest {

  private static final String[] SWITCH_OVER = {
    "role", "backup", "--at", "primary", "--deadline", "50ms", "--poll-interval", "10ms"
  };

  @TempDir private Path state;

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(state.resolve("bseries"))) {
      return all.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }

  @Test
  void each_pair_has_a_file_that_only_its_user_can_read(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    ToolRun run = ToolRun.on(addresses, ToolRun.environment(account, state), "health");

    assertThat(run.code()).isZero();
    assertThat(files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.getFileName())
                  .hasToString(
                      "127.0.0.1_"
                          + addresses.a().port()
                          + "+127.0.0.1_"
                          + addresses.b().port()
                          + ".json");
              assertThat(Files.getPosixFilePermissions(file))
                  .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            });
    assertThat(Files.getPosixFilePermissions(state.resolve("bseries")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_swap_that_one_run_began_is_known_to_the_next_runs_and_blocks_them(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    Map<String, String> user = ToolRun.environment(account, state);
    ToolRun first = ToolRun.on(addresses, user, SWITCH_OVER);

    ToolRun second = ToolRun.on(addresses, user, SWITCH_OVER);
    ToolRun health = ToolRun.on(addresses, user, "health");

    assertThat(first.code()).isEqualTo(3);
    assertThat(first.out()).contains("awaits the data sync", "undecided");
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.out()).contains("not sent", "which is not seen yet");
    assertThat(health.out()).contains("was not seen in that role since");
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void a_swap_that_was_dismissed_blocks_nothing(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    Map<String, String> user = ToolRun.environment(account, state);
    ToolRun.on(addresses, user, SWITCH_OVER);

    ToolRun run =
        ToolRun.on(
            addresses,
            user,
            Stream.concat(Stream.of(SWITCH_OVER), Stream.of("--dismiss-pending"))
                .toArray(String[]::new));

    assertThat(run.out()).contains("dismissed: " + pair.a().id() + " was asked at");
    assertThat(pair.a().roleChangesReceived()).isEqualTo(2);
  }

  @Test
  void nothing_is_remembered_if_nobody_wants_it(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    Map<String, String> user = ToolRun.environment(account, state);

    ToolRun run = ToolRun.on(addresses, user, "health", "--no-history");

    assertThat(run.code()).isZero();
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void a_damaged_memory_is_told_and_nothing_is_sent(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    Path file = Files.writeString(state.resolve("history.json"), "{");
    Map<String, String> user = ToolRun.environment(account, state);

    ToolRun run =
        ToolRun.on(
            addresses,
            user,
            Stream.concat(Stream.of(SWITCH_OVER), Stream.of("--history", file.toString()))
                .toArray(String[]::new));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("was damaged, and begins anew");
    assertThat(run.out()).contains("not sent");
    assertThat(pair.a().roleChangesReceived()).isZero();
  }

  @Test
  void a_memory_that_was_damaged_blocks_the_next_run_too_until_it_is_dismissed(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    String file = Files.writeString(state.resolve("history.json"), "{").toString();
    Map<String, String> user = ToolRun.environment(account, state);
    String[] history = {"--history", file};

    ToolRun health = ToolRun.on(addresses, user, with(new String[] {"health"}, history));
    ToolRun role = ToolRun.on(addresses, user, with(SWITCH_OVER, history));
    long sentBefore = pair.a().roleChangesReceived();
    ToolRun dismissed =
        ToolRun.on(
            addresses, user, with(with(SWITCH_OVER, history), new String[] {"--dismiss-pending"}));

    assertThat(health.code()).isEqualTo(3);
    assertThat(role.code()).isEqualTo(3);
    assertThat(role.out()).contains("not sent", "was damaged");
    assertThat(sentBefore).isZero();
    assertThat(dismissed.out()).contains("dismissed", "history.json.damaged-");
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
  }

  private static String[] with(String[] some, String[] more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void a_change_that_was_asked_for_at_other_addresses_blocks(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    Map<String, String> user = ToolRun.environment(account, state);
    Path folder = Files.createDirectories(state.resolve("bseries"));
    Path other = folder.resolve("site1.example.com_443+site2.example.com_443.json");
    RequestedRole asked =
        new RequestedRole(pair.a().id(), FailoverRole.BACKUP, true, Instant.EPOCH);
    HistoryFile.write(PairHistory.none().withRequest(asked), other);
    Files.writeString(folder.resolve("damaged.json"), "{");

    ToolRun blocked = ToolRun.on(addresses, user, SWITCH_OVER);
    long sentBefore = pair.a().roleChangesReceived();
    ToolRun dismissed =
        ToolRun.on(
            addresses,
            user,
            with(SWITCH_OVER, new String[] {"--dismiss-pending", "--history", other.toString()}));

    assertThat(blocked.code()).isEqualTo(2);
    assertThat(blocked.out()).contains("not sent", "at other addresses", other.toString());
    assertThat(sentBefore).isZero();
    assertThat(dismissed.out()).contains("dismissed");
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void a_file_for_one_appliance_alone_is_wrong_usage(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run =
        ToolRun.of(
            ToolRun.environment(account, state),
            "health",
            "--primary",
            ToolRun.url(addresses.a()),
            "--history",
            state.resolve("h.json").toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--history needs --backup");
  }

  @Test
  void a_memory_that_cannot_be_kept_makes_the_verdict_unknown(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    Path file = Files.createFile(state.resolve("no-folder"));
    Map<String, String> user = ToolRun.environment(account, file);

    ToolRun run = ToolRun.on(addresses, user, "health");
    ToolRun change = ToolRun.on(addresses, user, SWITCH_OVER);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("ONE_PRIMARY");
    assertThat(run.err()).contains("the look was not remembered");
    assertThat(change.code()).isEqualTo(2);
    assertThat(change.out()).contains("not sent: the request cannot be remembered");
    assertThat(pair.a().roleChangesReceived()).isZero();
  }

  @Test
  void a_token_is_kept_between_runs_only_if_it_is_wanted_and_nobody_else_can_read_it(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    Path file = state.resolve("tokens.json");
    ToolRun.on(addresses, account, "health", "--token-file", file.toString());
    ToolRun again = ToolRun.on(addresses, account, "health", "--token-file", file.toString());
    long kept = tokens(pair);
    ToolRun.on(addresses, account, "health");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    ToolRun open = ToolRun.on(addresses, account, "health", "--token-file", file.toString());

    assertThat(again.code()).isZero();
    assertThat(kept).isEqualTo(1);
    assertThat(tokens(pair)).isEqualTo(2);
    assertThat(open.code()).isEqualTo(64);
    assertThat(open.err()).contains("open to others");
  }

  private static long tokens(SimulatedPair pair) {
    return pair.b().recordedCalls().stream().filter(call -> call.kind() == CallKind.TOKEN).count();
  }

  @Test
  void to_remember_and_not_to_is_wrong_usage(PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = ToolRun.on(addresses, account, "health", "--history", "a", "--no-history");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("exclude each other");
  }
}
