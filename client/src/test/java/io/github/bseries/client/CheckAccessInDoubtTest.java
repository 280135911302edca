// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.AccessFinding.Outcome;
import io.github.bseries.client.ScriptedServer.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is between here and the appliance answers in JSON, too, and knows nothing of accounts. */
@Timeout(60)
class CheckAccessInDoubtTest {

  static List<Reply> thatTellNothing() {
    return List.of(
        Reply.of(502, "application/json", "{\"message\":\"Bad Gateway\"}"),
        Reply.of(503, "application/json", "{\"message\":\"Service Unavailable\"}"),
        Reply.of(401, "application/json", "{\"message\":\"Unauthorized\"}"));
  }

  /** Asks with a token of before, when this is what commands are answered with by now. */
  private static AccessReport checked(Reply reply) throws Exception {
    AtomicReference<Reply> answer = new AtomicReference<>(Reply.xml(Recorded.health("primary")));
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r ->
                    r.asksFor("check_health") || r.asksFor("get_api_info") ? answer.get() : reply);
        ApplianceClient client = ScriptedClient.of(server)) {
      client.checkHealth();
      answer.set(reply);
      return client.checkAccess(AccessNeed.READ);
    }
  }

  private static Outcome outcome(AccessReport report, AccessQuestion question) {
    return report.finding(question).orElseThrow().outcome();
  }

  @ParameterizedTest
  @MethodSource("thatTellNothing")
  void an_answer_that_tells_nothing_of_the_account_leaves_it_unknown(Reply reply) throws Exception {
    AccessReport report = checked(reply);

    assertThat(outcome(report, AccessQuestion.READ))
        .as(report.summary())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isNotEqualTo(Outcome.LACKING);
  }

  @ParameterizedTest
  @CsvSource({"200, LACKING", "403, LACKING"})
  void a_no_of_the_appliance_itself_is_one(int status, Outcome read) throws Exception {
    AccessReport report =
        checked(
            status == 200
                ? Reply.xml("<error>No permission</error>")
                : Reply.of(403, "application/json", "{\"message\":\"No permission\"}"));

    assertThat(outcome(report, AccessQuestion.READ)).isEqualTo(read);
    assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.PASSED);
  }
}
