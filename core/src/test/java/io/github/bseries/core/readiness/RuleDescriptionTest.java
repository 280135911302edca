// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDescriptionTest {

  @ParameterizedTest
  @ValueSource(strings = {"sync", "Sync.recent", "sync.", ".recent", "sync..recent", "sync recent"})
  void an_id_has_parts_of_lower_case_words(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleDescription.of(id, Severity.NOTICE, "title", "remedy", "S1"))
        .withMessageStartingWith("id is \"" + id + "\", must be");
  }

  @Test
  void no_text_is_blank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleDescription.blocker("a.b", " ", "remedy", "S1"))
        .withMessage("title is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleDescription.blocker("a.b", "title", " ", "S1"))
        .withMessage("remedy is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleDescription.blocker("a.b", "title", "remedy", " "))
        .withMessage("source is blank");
  }

  @Test
  void a_blocker_blocks_something_and_nothing_else_does() {
    RuleDescription blocker = RuleDescription.blocker("a.b-2", "title", "remedy", "S1");

    assertThat(blocker.blocks()).isEqualTo(EnumSet.allOf(Procedure.class));
    assertThat(blocker.blockingOnly(Procedure.TAKEOVER).blocks())
        .containsExactly(Procedure.TAKEOVER);
    assertThat(RuleDescription.of("a.b", Severity.WARNING, "title", "remedy", "S1").blocks())
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleDescription.of("a.b", Severity.BLOCKER, "title", "remedy", "S1"))
        .withMessageStartingWith("severity is BLOCKER and blocks is []");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RuleDescription(
                    "a.b", "title", Severity.NOTICE, Set.of(Procedure.TAKEOVER), "remedy", "S1"))
        .withMessageStartingWith("severity is NOTICE and blocks is [TAKEOVER]");
  }
}
