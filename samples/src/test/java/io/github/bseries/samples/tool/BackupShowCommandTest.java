// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.backup.BackupManifest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a manifest says, {@code backup show} says, too. */
class BackupShowCommandTest {

  private static final String RECIPIENT =
      "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

  private static final String MANIFEST =
      """
      {
        "format": "bseries-backup",
        "version": 3,
        "number": 4711,
        "file": "kept.nsb.age",
        "sizeBytes": 65432,
        "sha256": "%s",
        "end": "last chunk",
        "applianceId": "%s",
        "host": "site1.example.com:8443",
        "site": "support.example.com",
        "role": "primary",
        "roleAfter": "none",
        "applianceIdAfter": "%s",
        "applianceVersion": "25.1.2 (41234-abcdef)",
        "api": "POST /api/backup",
        "startedAt": "2026-03-01T02:00:00Z",
        "endedAt": "2026-03-01T02:01:30Z",
        "applianceClock": "2026-03-01T01:59:58Z",
        "passwordSent": true,
        "encrypted": true,
        "encryption": {"recipients": ["%s"], "plainSizeBytes": 65001, "plainSha256": "%s"},
        "askedBy": "the nightly job",
        "protection": {"by": "CHG-7", "reason": "upgrade", "at": "2026-03-02T09:00:00Z"},
        "verification": {"at": "2026-03-03T04:05:06Z", "result": "wrong size"}
      }
      """
          .formatted("ab".repeat(32), "0a".repeat(16), "0b".repeat(16), RECIPIENT, "cd".repeat(32));

  @TempDir private Path archive;

  @BeforeEach
  void write() throws IOException {
    Path folder = Files.createDirectory(archive.resolve("kept"));
    Files.writeString(folder.resolve("manifest.json"), MANIFEST);
  }

  private ToolRun show(String... more) {
    return ToolRun.of(
        Map.of(),
        Stream.concat(
                Stream.of("backup", "show", "--archive", archive.toString(), "kept"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void this_manifest_leaves_nothing_out() throws ReflectiveOperationException {
    BackupManifest manifest =
        BackupArchive.open(archive).catalogue().named("kept").orElseThrow().manifest();

    for (RecordComponent component : BackupManifest.class.getRecordComponents()) {
      assertThat(component.getAccessor().invoke(manifest)).as(component.getName()).isNotNull();
    }
  }

  @Test
  void all_of_it_is_told_as_text_and_as_json() {
    ToolRun text = show();
    ToolRun json = show("--json");

    assertThat(text.code()).isEqualTo(2);
    try (JsonReader reader = Json.createReader(new StringReader(MANIFEST))) {
      JsonObject manifest = reader.readObject();
      for (String member : manifest.keySet()) {
        if (!List.of("format", "version").contains(member)) {
          assertThat(leaves(manifest.get(member)))
              .as(member)
              .allMatch(text.out()::contains)
              .allMatch(json.out()::contains);
        }
      }
    }
    assertThat(text.out()).contains("password   sent", "encrypted  yes", "role after none");
    assertThat(json.json().getBoolean("passwordSent")).isTrue();
    assertThat(json.json().getString("roleAfter")).isEqualTo("none");
    assertThat(json.json().getJsonArray("recipients").getString(0)).isEqualTo(RECIPIENT);
  }

  /** Returns the texts and numbers in a value; what is true or false has other words. */
  private static Stream<String> leaves(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.values().stream().flatMap(BackupShowCommandTest::leaves);
    }
    if (value instanceof JsonArray array) {
      return array.stream().flatMap(BackupShowCommandTest::leaves);
    }
    if (value instanceof JsonString string) {
      return Stream.of(string.getString());
    }
    return value instanceof JsonNumber number ? Stream.of(number.toString()) : Stream.empty();
  }
}
