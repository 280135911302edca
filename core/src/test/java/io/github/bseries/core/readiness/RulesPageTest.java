// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "rules.md");

  private static final String HEAD =
      """
      # The standard rules

      What `RuleBook.standard()` asks of a pair. A rule that lacks a fact is not judged. A broken blocker, and one that could
      not be judged, blocks what stands in the third column: a planned switchover, a takeover when the primary is lost, or
      both. The keys in the last column are listed in [sources.md](sources.md); *ours* says that no source asks for it.

      This page is made from the code, by `mvn verify -Ddocs.update=true`.

      | rule | severity | blocks | what should be true | source |
      |---|---|---|---|---|
      """;

  @Test
  void the_page_lists_the_rules_as_they_are() throws IOException {
    String page =
        HEAD
            + StandardRules.all().stream()
                .map(rule -> row(rule.description()))
                .collect(Collectors.joining());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/rules.md; a change on purpose is written with -Ddocs.update=true")
        .isEqualTo(page);
  }

  private static String row(RuleDescription rule) {
    return "| `"
        + rule.id()
        + "` | "
        + rule.severity().name().toLowerCase(Locale.ROOT)
        + " | "
        + (rule.blocks().isEmpty()
            ? "-"
            : rule.blocks().stream().map(Procedure::title).collect(Collectors.joining(", ")))
        + " | "
        + cell(rule.title())
        + " | "
        + cell(rule.source())
        + " |\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
