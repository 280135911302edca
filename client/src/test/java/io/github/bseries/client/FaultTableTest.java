// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of the faults says what really comes of each call under each fault. */
@Timeout(300)
class FaultTableTest {

  private static final Path PAGE = Path.of("..", "docs", "faults.md");

  private static final String HEAD =
      """
          # What each call comes to under each fault

          Each cell was brought about: the client called a simulated appliance over TLS, and the fault was placed on this kind
          of call and on no other. The cell says what the caller got, and how often the call reached the appliance.

          - *health*, *file* and so on: the value that was asked for. *Answers*, *Ails*, *Unknown*: the `Probe`, which takes any
      page with status 200 for an answer, and is no proof of health.
          - *unreachable*, *unreadable*, *limit*, and *rejected* with its ground: the exception of that name. No file is left then.
          - *Confirmed*, *Refused*, *Unconfirmed*, *NotSent*: the `RoleChange`. A change is sent once, whatever comes of it.
          - *–*: the fault has no meaning for this call.

          A read is repeated up to twice when a repeat can help. `refuses-connections` lets no call arrive at all, the token's
          included.

          This page is made from the code, by `mvn verify -Ddocs.update=true`.
      """;

  private static List<FaultTable.Row> standing = List.of();
  private static List<FaultTable.Row> once = List.of();

  @BeforeAll
  static void make_every_call(@TempDir Path folder) throws IOException {
    standing = new FaultTable(false, Files.createDirectory(folder.resolve("standing"))).rows();
    once = new FaultTable(true, Files.createDirectory(folder.resolve("once"))).rows();
  }

  @Test
  void the_page_says_what_each_call_came_to() throws IOException {
    String page =
        HEAD
            + part("While the fault stands", standing)
            + part("When it acts once", once)
            + causes();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/faults.md; a change on purpose is written with -Ddocs.update=true")
        .isEqualTo(page);
  }

  @Test
  void a_change_is_sent_once_at_most() {
    assertThat(all())
        .allSatisfy(
            row ->
                assertThat(row.cells().get(TabledCall.SET_FAILOVER_ROLE))
                    .satisfiesAnyOf(
                        cell -> assertThat(cell).isNull(),
                        cell -> assertThat(cell.sent()).isLessThanOrEqualTo(1)));
  }

  @Test
  void an_answer_of_somebody_else_is_never_a_success() {
    assertThat(standing)
        .filteredOn(row -> row.fault().insteadOfWork().isPresent())
        .isNotEmpty()
        .flatExtracting(row -> row.cells().entrySet())
        // A probe takes any page for an answer, which is why it is no proof of health.
        .filteredOn(cell -> cell.getKey() != TabledCall.PROBE)
        .extracting(cell -> cell.getValue().result())
        .doesNotContainAnyElementsOf(TabledCall.SUCCESSES);
  }

  private static Stream<FaultTable.Row> all() {
    return Stream.concat(standing.stream(), once.stream());
  }

  private static String part(String title, List<FaultTable.Row> rows) {
    String heads =
        Arrays.stream(TabledCall.values())
            .map(TabledCall::title)
            .collect(Collectors.joining(" | ", "| fault | ", " |\n"));
    String rule = "|---".repeat(TabledCall.values().length + 1) + "|\n";
    return "\n## "
        + title
        + "\n\n"
        + heads
        + rule
        + rows.stream().map(FaultTable.Row::text).collect(Collectors.joining());
  }

  private static String causes() {
    return FaultTable.faults().stream()
        .map(each -> "| " + each.label() + " | " + each.cause() + " |\n")
        .collect(
            Collectors.joining(
                "", "\n## What a fault stands for\n\n| fault | cause |\n|---|---|\n", ""));
  }
}
