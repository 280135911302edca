// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleDescription;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Silence;
import io.github.bseries.core.readiness.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReportJsonPropertyTest {

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Provide
  Arbitrary<List<String>> words() {
    return AnyPair.filledTexts().list().ofSize(5);
  }

  @Property
  void any_words_stand_in_it_as_they_are_and_one_line_is_one_line(
      @ForAll("words") List<String> words) {
    RuleDescription rule =
        RuleDescription.of("a.b", Severity.NOTICE, words.get(0), words.get(1), words.get(2));
    Silence silence = new Silence("a.b", words.get(4), "kim", Instant.MAX);
    Verdict verdict = Verdict.violated(words.get(3));
    ReadinessReport report =
        new ReadinessReport(
            Instant.EPOCH, List.of(new Finding(rule, verdict, Severity.NOTICE, silence)));

    String line = ReportJson.line(report);
    JsonObject finding = read(line).getJsonArray("findings").getJsonObject(0);

    assertThat(line.lines()).hasSize(1);
    assertThat(Stream.of("title", "remedy", "source", "because").map(finding::getString))
        .isEqualTo(words.subList(0, 4));
    assertThat(finding.getJsonObject("silence").getString("reason")).isEqualTo(silence.reason());
    assertThat(read(ReportJson.indented(report))).isEqualTo(read(line));
  }
}
