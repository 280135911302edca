// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class SeenWriterTest {

  /** A window title, a control of eight bits, a turned line, a tag beyond the first plane. */
  private static final String UNSEEN =
      "\u001b]0;title\u0007 \u009b2J \u202egnorw \udb40\udc41 \u2028";

  private static String written(String text) {
    StringWriter out = new StringWriter();
    PrintWriter seen = SeenWriter.onto(new PrintWriter(out));
    seen.print(text);
    seen.flush();
    return out.toString();
  }

  @Test
  void what_cannot_be_seen_is_shown() {
    assertThat(written(UNSEEN))
        .isEqualTo("\\u001b]0;title\\u0007 \\u009b2J \\u202egnorw \\udb40\\udc41 \\u2028");
  }

  @Test
  void lines_and_letters_of_all_planes_stay_as_they_are() {
    String lines = "één\tline" + System.lineSeparator() + "and 😀 another\n";

    assertThat(written(lines)).isEqualTo(lines);
  }

  @Test
  void JSON_means_the_same_as_before() {
    String json = written(PairJson.line(Json.createObjectBuilder().add("said", UNSEEN)));

    assertThat(json).doesNotContain("\u009b", "\u202e");
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      assertThat(reader.readObject().getString("said")).isEqualTo(UNSEEN);
    }
  }

  @Test
  void an_output_that_is_gone_is_told() {
    PrintWriter gone = new PrintWriter(Writer.nullWriter());
    gone.close();
    PrintWriter seen = SeenWriter.onto(gone);

    seen.println("heard by nobody");

    assertThat(seen.checkError()).isTrue();
  }
}
