// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rule that the README of this module shows. */
class AddingRuleTest {

  static final Rule ALIKE =
      Rule.of(
          RuleDescription.of(
              "house.platforms-are-alike",
              Severity.NOTICE,
              "Both appliances run on the same platform",
              "Move one of them.",
              "ours"),
          facts -> facts.declaredPair().judge(AddingRuleTest::judge));

  static Verdict judge(AppliancePair pair) {
    boolean same = pair.normalPrimary().platform() == pair.normalBackup().platform();
    return Verdict.of(same, "they do", "they run on different ones");
  }

  @Test
  void the_rule_of_the_readme_judges() {
    RuleBook book = RuleBook.standard().with(ALIKE);
    AppliancePair pair = WellKept.pair();
    AppliancePair mixed = pair.withNormalBackup(pair.normalBackup().withPlatform(Platform.VMWARE));

    assertThat(book.judge(WellKept.factsOf(pair)).findings())
        .last()
        .extracting(Finding::verdict)
        .isEqualTo(Verdict.passed("they do"));
    assertThat(book.judge(WellKept.factsOf(mixed)).findings())
        .last()
        .extracting(Finding::verdict)
        .isEqualTo(Verdict.violated("they run on different ones"));
  }

  @Test
  void the_readme_shows_that_very_rule() throws IOException {
    String file = getClass().getName().replace('.', '/') + ".java";
    String source = Files.readString(Path.of("src", "test", "java").resolve(file));
    String shown =
        source
            .substring(source.indexOf("  static final Rule"), source.indexOf("\n  @Test"))
            .replaceAll("(?m)^  ", "");

    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + shown + "```\n");
  }
}
