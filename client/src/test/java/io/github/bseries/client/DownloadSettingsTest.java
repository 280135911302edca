// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DownloadSettingsTest {

  private static final byte[] BACKUP = binary(300_000);
  private static final String PASSWORD = "pa\"ss\\wörd\t" + "7";

  @TempDir private Path folder;

  private static byte[] binary(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    bytes[0] = 'N';
    return bytes;
  }

  private static Reply sized(byte[] content) {
    return Reply.of(200, "application/octet-stream", content);
  }

  private static Reply endless() {
    String text = "HTTP/1.1 200 OK\r\n\r\n" + new String(BACKUP, StandardCharsets.ISO_8859_1);
    return Reply.raw(text, Ending.CLOSE);
  }

  private static DownloadSettings.Builder settings() {
    return DownloadSettings.builder();
  }

  private Path target() {
    return folder.resolve("site.nsb");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private BackupDownload download(Reply reply, DownloadSettings settings) throws IOException {
    try (ScriptedServer server = ScriptedServer.withTokens(r -> reply);
        ApplianceClient client = ScriptedClient.of(server)) {
      return client.downloadBackup(target(), settings);
    }
  }

  private <T extends Throwable> T failure(
      Class<T> kind, Function<Received, Reply> script, DownloadSettings settings, int calls)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = ScriptedClient.impatient(server)) {
      T thrown = catchThrowableOfType(kind, () -> client.downloadBackup(target(), settings));
      assertThat(server.requests("/api/backup")).hasSize(calls);
      assertThat(files()).isEmpty();
      return thrown;
    }
  }

  @Nested
  class A_password {

    @Test
    void is_sent_as_json_in_a_post() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> sized(BACKUP));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.downloadBackup(target(), settings().password(PASSWORD::toCharArray).build());

        Received asked = server.requests("/api/backup").get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.target()).isEqualTo("/api/backup");
        assertThat(asked.hasHeader("Content-Type: application/json")).isTrue();
        assertThat(asked.hasHeader("Authorization: Bearer " + ScriptedServer.TOKEN)).isTrue();
        assertThat(asked.body()).isEqualTo("{\"password\":\"pa\\\"ss\\\\wörd\\u00097\"}");
      }
      assertThat(target()).hasBinaryContent(BACKUP);
    }

    @Test
    void is_read_anew_for_each_download_and_its_array_is_wiped() throws Exception {
      List<char[]> given = new ArrayList<>();
      SecretSource source =
          () -> {
            char[] next = ("number " + given.size()).toCharArray();
            given.add(next);
            return next;
          };
      DownloadSettings settings = settings().password(source).build();
      try (ScriptedServer server = ScriptedServer.withTokens(r -> sized(BACKUP));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.downloadBackup(target(), settings);
        client.downloadBackup(folder.resolve("second.nsb"), settings);

        assertThat(server.requests("/api/backup"))
            .extracting(Received::body)
            .containsExactly("{\"password\":\"number 0\"}", "{\"password\":\"number 1\"}");
      }
      assertThat(given).allSatisfy(array -> assertThat(array).containsOnly('\0'));
    }

    @Test
    void is_not_shown_when_the_appliance_repeats_it() throws Exception {
      Reply told = Reply.xml("<error>The password hunter2-and-more is not accepted.</error>");

      RejectedException no =
          failure(
              RejectedException.class,
              r -> told,
              settings().password("hunter2-and-more"::toCharArray).build(),
              1);

      assertThat(no.words()).isEqualTo("The password [hidden] is not accepted.");
      assertThat(no.remedy()).isNotBlank();
      assertThat(settings().password("hunter2-and-more"::toCharArray).build().toString())
          .contains("password hidden")
          .doesNotContain("hunter2");
    }

    @Test
    void that_cannot_be_read_stops_the_download_before_it_begins() throws Exception {
      SecretSource missing = SecretSource.ofFile(folder.resolve("no-such-file"));

      UnreachableException e =
          failure(
              UnreachableException.class,
              r -> sized(BACKUP),
              settings().password(missing).build(),
              0);

      assertThat(e)
          .hasMessageContaining("the password of the backup")
          .hasMessageContaining("no-such-file")
          .hasMessageContaining(NoSuchFileException.class.getName());
    }

    @Test
    void with_half_a_character_is_not_sent_as_another_one() throws Exception {
      UnreachableException e =
          failure(
              UnreachableException.class,
              r -> sized(BACKUP),
              settings().password(() -> new char[] {'a', '\ud83d'}).build(),
              0);

      assertThat(e).hasMessageContaining("half a character");
    }
  }

  @Nested
  class What_is_believed {

    @Test
    void can_take_in_an_end_that_may_be_a_cut_and_that_is_told() throws Exception {
      BackupDownload taken = download(endless(), settings().unprovenEndAccepted(true).build());

      assertThat(taken.end()).isEqualTo(BackupEnd.UNPROVEN);
      assertThat(target()).hasBinaryContent(BACKUP);
    }

    @Test
    void leaves_such_an_end_out_unless_it_is_set() throws Exception {
      UnreadableAnswerException e =
          failure(UnreadableAnswerException.class, r -> endless(), DownloadSettings.defaults(), 1);

      assertThat(e).hasMessageContaining("neither a length nor chunks");
    }

    @ParameterizedTest
    @ValueSource(longs = {300_001, 1_000_000})
    void has_the_length_that_was_set(long smallest) throws Exception {
      UnreadableAnswerException e =
          failure(
              UnreadableAnswerException.class,
              r -> sized(BACKUP),
              settings().smallestBytes(smallest).build(),
              1);

      assertThat(e)
          .hasMessageContaining("300000 bytes, too few for a backup, which has " + smallest);
    }

    @Test
    void may_be_as_small_as_it_was_set() throws Exception {
      download(sized(binary(100)), settings().smallestBytes(100).build());

      assertThat(target()).hasSize(100);
    }
  }

  @Nested
  class Progress {

    private final List<DownloadProgress> told = new ArrayList<>();

    @Test
    void is_told_at_the_beginning_and_at_the_end_with_the_total() throws Exception {
      download(sized(BACKUP), settings().progress(told::add).expectedBytes(299_000).build());

      assertThat(told).hasSizeGreaterThanOrEqualTo(2);
      assertThat(told.get(0).bytes()).isEqualTo(64 * 1024);
      assertThat(told.get(0).totalBytes()).isEqualTo(300_000);
      assertThat(told.get(0).expectedBytes()).isEqualTo(299_000);
      assertThat(told.get(0).percent()).hasValue(21);
      assertThat(told.get(0).complete()).isFalse();
      DownloadProgress end = told.get(told.size() - 1);
      assertThat(end.bytes()).isEqualTo(300_000);
      assertThat(end.percent()).hasValue(100);
      assertThat(end.complete()).isTrue();
    }

    @Test
    void is_not_told_more_often_than_was_set() throws Exception {
      AtomicLong nanos = new AtomicLong();
      DownloadSettings settings =
          settings().progress(told::add).progressInterval(Duration.ofMillis(250)).build();
      try (ScriptedServer server = ScriptedServer.withTokens(r -> sized(binary(3_000_000)));
          ApplianceClient client =
              ScriptedClient.builder(server)
                  .nanoTime(() -> nanos.addAndGet(Duration.ofMillis(10).toNanos()))
                  .build()) {
        client.downloadBackup(target(), settings);
      }

      List<DownloadProgress> middle = told.subList(0, told.size() - 1);
      assertThat(middle).hasSizeGreaterThan(1);
      for (int i = 1; i < middle.size(); i++) {
        assertThat(middle.get(i).elapsed().minus(middle.get(i - 1).elapsed()))
            .isGreaterThanOrEqualTo(Duration.ofMillis(250));
        assertThat(middle.get(i).bytes()).isGreaterThan(middle.get(i - 1).bytes());
      }
      DownloadProgress end = told.get(told.size() - 1);
      assertThat(end.bytesPerSecond())
          .isEqualTo(Math.round(3_000_000 / (end.elapsed().toNanos() / 1e9)));
    }

    @Test
    void without_a_total_is_told_without_a_percentage() throws Exception {
      download(endless(), settings().unprovenEndAccepted(true).progress(told::add).build());

      assertThat(told.get(0).totalBytes()).isNull();
      assertThat(told.get(0).percent()).isEmpty();
      assertThat(told.get(0).bytesPerSecond()).isZero();
    }

    @Test
    void that_nobody_can_hear_changes_nothing() throws Exception {
      download(
          sized(BACKUP),
          settings()
              .progress(
                  event -> {
                    throw new IllegalStateException("deaf");
                  })
              .build());

      assertThat(target()).hasBinaryContent(BACKUP);
    }
  }

  @Test
  void an_interrupt_ends_the_download_and_stays() throws Exception {
    DownloadSettings interrupting =
        settings().progress(event -> Thread.currentThread().interrupt()).build();

    UnreadableAnswerException e =
        failure(UnreadableAnswerException.class, r -> sized(BACKUP), interrupting, 1);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).hasMessageContaining("interrupted");
    assertThat(e.isRetryable()).isFalse();
  }

  @Nested
  class A_disk_without_room {

    private static final long MORE_THAN_ANY_DISK = 1L << 60;

    @Test
    void for_what_is_expected_is_told_before_the_appliance_is_asked() throws Exception {
      DiskFullException e =
          failure(
              DiskFullException.class,
              r -> sized(BACKUP),
              settings().expectedBytes(MORE_THAN_ANY_DISK).spareBytes(0).build(),
              0);

      assertThat(e.neededBytes()).isEqualTo(MORE_THAN_ANY_DISK + MORE_THAN_ANY_DISK / 10);
      assertThat(e.usableBytes()).isPositive().isLessThan(MORE_THAN_ANY_DISK);
      assertThat(e).hasMessageContaining(folder.toString()).hasMessageContaining("free some");
    }

    @Test
    void for_what_has_to_stay_free_is_told_before_the_appliance_is_asked() throws Exception {
      failure(
          DiskFullException.class,
          r -> sized(BACKUP),
          settings().spareBytes(Long.MAX_VALUE).build(),
          0);
    }

    @Test
    void for_the_length_that_is_told_is_told_before_anything_is_written() throws Exception {
      String head = "HTTP/1.1 200 OK\r\nContent-Length: " + MORE_THAN_ANY_DISK + "\r\n\r\n";
      Reply huge = Reply.raw(head + new String(BACKUP, StandardCharsets.ISO_8859_1), Ending.STALL);
      List<DownloadProgress> told = new ArrayList<>();

      DiskFullException e =
          failure(DiskFullException.class, r -> huge, settings().progress(told::add).build(), 1);

      assertThat(e.neededBytes()).isGreaterThan(MORE_THAN_ANY_DISK);
      assertThat(told).isEmpty();
    }
  }

  @Test
  void a_setting_below_its_limit_is_named() {
    assertThatThrownBy(() -> settings().smallestBytes(0).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("smallestBytes is 0, must be 1 or more");
    assertThatThrownBy(() -> settings().expectedBytes(0).build())
        .hasMessage("expectedBytes is 0, must be 1 or more");
    assertThatThrownBy(() -> settings().spareBytes(-1).build())
        .hasMessage("spareBytes is -1, must be 0 or more");
    assertThatThrownBy(() -> settings().progressInterval(Duration.ofMillis(-1)).build())
        .hasMessageContaining("progressInterval");
  }

  @Test
  void settings_can_be_taken_up_again_and_lose_nothing() {
    SecretSource password = PASSWORD::toCharArray;
    DownloadSettings all =
        settings()
            .password(password)
            .unprovenEndAccepted(true)
            .smallestBytes(7)
            .expectedBytes(8)
            .spareBytes(9)
            .progressInterval(Duration.ofSeconds(1))
            .build();

    DownloadSettings again = all.toBuilder().build();

    assertThat(again.password()).containsSame(password);
    assertThat(again.progress()).isSameAs(all.progress());
    assertThat(again.progressInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(again).hasToString(all.toString());
    assertThat(again.expectedBytes()).hasValue(8);
  }

  @Test
  void a_source_that_fails_is_not_named_by_what_it_says() throws Exception {
    record Vault(String secret) implements SecretSource {
      @Override
      public char[] read() {
        throw new UncheckedIOException(new IOException(secret));
      }
    }

    UnreachableException e =
        failure(
            UnreachableException.class,
            r -> sized(BACKUP),
            settings().password(new Vault("hunter2")).build(),
            0);

    assertThat(e.getMessage()).doesNotContain("hunter2");
  }
}
