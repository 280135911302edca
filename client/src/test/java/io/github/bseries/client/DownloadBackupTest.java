// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class DownloadBackupTest {

  private static final byte[] BACKUP = binary(300_000);

  @TempDir private Path folder;

  private static byte[] binary(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    bytes[0] = 'N';
    return bytes;
  }

  private static Reply sized(byte[] content, String... headers) {
    return Reply.of(200, "application/octet-stream", content, headers);
  }

  private static Reply chunked(byte[] content, int chunk) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
    for (int start = 0; start < content.length; start += chunk) {
      int length = Math.min(chunk, content.length - start);
      all.writeBytes(ascii(Integer.toHexString(length) + "\r\n"));
      all.write(content, start, length);
      all.writeBytes(ascii("\r\n"));
    }
    all.writeBytes(ascii("0\r\n\r\n"));
    return new Reply(all.toByteArray(), Ending.KEEP);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private Path target() {
    return folder.resolve("site.nsb");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Waits until so many downloads have begun to write: the client's side of a pause. */
  private void awaitParts(int count) {
    Predicate<Path> isPart = file -> file.toString().endsWith(".part");
    while (true) {
      try {
        if (files().stream().filter(isPart).count() >= count) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.onSpinWait();
    }
  }

  private <T extends Throwable> T failure(Class<T> kind, Function<Received, Reply> script)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = ScriptedClient.impatient(server)) {
      T thrown = catchThrowableOfType(kind, () -> client.downloadBackup(target()));
      assertThat(files()).isEmpty();
      return thrown;
    }
  }

  @Nested
  class A_whole_backup {

    static List<Reply> whole() {
      return List.of(sized(BACKUP), chunked(BACKUP, 7_777), chunked(BACKUP, 1_000_000));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void is_a_file_with_the_same_bytes(Reply reply) throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> reply);
          ApplianceClient client = ScriptedClient.of(server)) {
        BackupDownload download = client.downloadBackup(target());

        String sha256 =
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BACKUP));
        assertThat(target()).hasBinaryContent(BACKUP);
        assertThat(files()).containsExactly(target());
        assertThat(download.file()).isEqualTo(target());
        assertThat(download.sizeBytes()).isEqualTo(BACKUP.length);
        assertThat(download.sha256()).isEqualTo(sha256);
      }
    }

    @Test
    void is_its_owners_alone() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> sized(BACKUP));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.downloadBackup(target());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
            .isEqualTo("rw-------");
      }
    }

    @Test
    void is_asked_for_as_the_vendor_describes() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> sized(BACKUP));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.downloadBackup(target());

        Received asked = server.requests("/api/backup").get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.target()).isEqualTo("/api/backup");
        assertThat(asked.hasHeader("Authorization: Bearer " + ScriptedServer.TOKEN)).isTrue();
        assertThat(asked.hasHeader("Accept-Encoding: identity")).isTrue();
      }
    }

    @Test
    void carries_the_clock_of_the_appliance_and_how_long_it_took() throws Exception {
      AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
      Function<Received, Reply> script =
          request -> {
            nanos.addAndGet(Duration.ofSeconds(90).toNanos());
            return sized(BACKUP, "Date: Tue, 03 Dec 2024 15:26:05 GMT");
          };
      try (ScriptedServer server = ScriptedServer.withTokens(script);
          ApplianceClient client = ScriptedClient.builder(server).nanoTime(nanos::get).build()) {
        BackupDownload download = client.downloadBackup(target());

        assertThat(download.applianceClock()).isEqualTo(Instant.parse("2024-12-03T15:26:05Z"));
        assertThat(download.duration()).isEqualTo(Duration.ofSeconds(90));
      }
    }

    @Test
    void comes_with_another_token_after_one_that_was_refused() throws Exception {
      AtomicInteger asked = new AtomicInteger();
      Function<Received, Reply> script =
          request ->
              asked.incrementAndGet() == 1
                  ? Reply.of(401, "application/json", Recorded.TOKEN_REFUSED)
                  : sized(BACKUP);
      try (ScriptedServer server = ScriptedServer.withTokens(script);
          ApplianceClient client = ScriptedClient.of(server)) {
        client.downloadBackup(target());

        assertThat(target()).hasBinaryContent(BACKUP);
        assertThat(server.requests("/oauth2/token")).hasSize(2);
        assertThat(server.requests("/api/backup")).hasSize(2);
      }
    }
  }

  @Nested
  class No_file_comes_of {

    static List<Reply> nos() {
      String json = "{\"error\":\"busy\",\"message\":\"not now\"}";
      return List.of(
          Reply.xml("<error>not now</error>"),
          Reply.of(200, "application/octet-stream", "<error>not now</error>"),
          Reply.of(200, "application/json", json),
          Reply.of(401, "application/json", json),
          Reply.of(
              401, "application/json", "{\"error\":\"access_denied\",\"message\":\"not now\"}"),
          Reply.of(403, "application/json", json));
    }

    @ParameterizedTest
    @MethodSource("nos")
    void a_no(Reply reply) throws Exception {
      RejectedException no = failure(RejectedException.class, r -> reply);

      assertThat(no.words()).contains("not now");
    }

    static List<Reply> strange() {
      Reply whole = sized(BACKUP);
      Reply chunks = chunked(BACKUP, 50_000);
      String unsized = "HTTP/1.1 200 OK\r\n\r\n" + new String(BACKUP, StandardCharsets.ISO_8859_1);
      String partial = "Content-Range: bytes 0-299999/600000";
      return List.of(
          Reply.of(200, "text/html", Recorded.HTML),
          Reply.of(200, "application/octet-stream", Recorded.HTML + "x".repeat(200_000)),
          Reply.of(200, "text/plain", "Invalid credentials"),
          Reply.of(200, "application/json", "{\"status\":\"busy\"}"),
          Reply.of(200, "application/octet-stream", ""),
          sized(binary(100)),
          Reply.of(500, "application/octet-stream", BACKUP),
          Reply.of(302, "text/html", "", "Location: /elsewhere"),
          Reply.of(206, "application/octet-stream", BACKUP, partial),
          Reply.of(206, "application/octet-stream", BACKUP),
          sized(BACKUP, "Content-Encoding: gzip"),
          whole.cutAfter(200_000, Ending.CLOSE),
          whole.cutAfter(200, Ending.CLOSE),
          whole.cutAfter(whole.bytes().length - 1, Ending.CLOSE),
          whole.cutAfter(200_000, Ending.RESET),
          whole.cutAfter(200_000, Ending.STALL),
          whole.cutAfter(200, Ending.STALL),
          chunks.cutAfter(200_000, Ending.CLOSE),
          chunks.cutAfter(200_000, Ending.RESET),
          chunks.cutAfter(200_000, Ending.STALL),
          chunks.cutAfter(chunks.bytes().length - 5, Ending.CLOSE),
          chunks.cutAfter(chunks.bytes().length - 5, Ending.STALL),
          Reply.raw(unsized, Ending.CLOSE));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void something_strange_or_cut(Reply reply) throws Exception {
      UnreadableAnswerException e = failure(UnreadableAnswerException.class, r -> reply);

      assertThat(e).hasMessageStartingWith("backup at http://127.0.0.1:");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "RESET", "STALL"})
    void no_answer_after_that_to_the_token(Ending ending) throws Exception {
      UnreachableException e = failure(UnreachableException.class, r -> Reply.nothing(ending));

      assertThat(e.isSilent()).isFalse();
    }

    @Test
    void a_client_that_is_closed_in_the_middle() throws Exception {
      Reply stalled = sized(BACKUP).cutAfter(200_000, Ending.STALL);
      try (ScriptedServer server = ScriptedServer.withTokens(r -> stalled)) {
        ApplianceClient client = ScriptedClient.of(server);
        CompletableFuture<BackupDownload> download =
            OwnThread.of(() -> client.downloadBackup(target()));
        awaitParts(1);

        client.close();

        assertThatThrownBy(download::join)
            .cause()
            .isInstanceOf(UnreadableAnswerException.class)
            .hasMessageContaining("the client was closed");
        assertThat(files()).isEmpty();
      }
    }

    @Test
    void a_folder_that_goes_away_in_the_middle() throws Exception {
      Path away = Files.createDirectory(folder.resolve("away"));
      Path target = away.resolve("site.nsb");
      Function<Received, Reply> script =
          request -> sized(BACKUP).pausingAfter(200_000, () -> removeWithItsPart(away));
      try (ScriptedServer server = ScriptedServer.withTokens(script);
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThatThrownBy(() -> client.downloadBackup(target))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining(target.toString());
        assertThat(files()).isEmpty();
      }
    }

    private static void removeWithItsPart(Path folder) {
      while (true) {
        try (Stream<Path> parts = Files.list(folder)) {
          List<Path> found = parts.toList();
          if (!found.isEmpty()) {
            Files.delete(found.get(0));
            Files.delete(folder);
            return;
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        Thread.onSpinWait();
      }
    }
  }

  @Nested
  class Nothing_is_sent {

    private void isSentFor(Path target) throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> sized(BACKUP));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThatThrownBy(() -> client.downloadBackup(target))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining(target.toString());
        assertThat(server.requests()).isEmpty();
      }
    }

    @Test
    void for_a_file_that_is_there() throws Exception {
      Files.writeString(target(), "of yesterday");

      isSentFor(target());

      assertThat(target()).hasContent("of yesterday");
    }

    @Test
    void for_a_link_that_leads_nowhere() throws Exception {
      isSentFor(Files.createSymbolicLink(target(), folder.resolve("nowhere")));
    }

    @Test
    void for_a_folder_that_is_missing() throws Exception {
      isSentFor(folder.resolve("missing").resolve("site.nsb"));
    }

    @Test
    void for_a_folder_that_is_a_file() throws Exception {
      isSentFor(Files.createFile(folder.resolve("file")).resolve("site.nsb"));
    }
  }

  @Test
  void two_downloads_to_one_target_leave_one_whole_file_and_one_exception() throws Exception {
    CyclicBarrier bothWrite = new CyclicBarrier(2);
    Function<Received, Reply> script =
        request ->
            sized(BACKUP)
                .pausingAfter(
                    200_000,
                    () -> {
                      awaitParts(2);
                      pass(bothWrite);
                    });
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = ScriptedClient.of(server)) {
      List<Throwable> thrown =
          Stream.of(1, 2)
              .map(i -> OwnThread.of(() -> client.downloadBackup(target())))
              .toList()
              .stream()
              .map(download -> download.<Throwable>handle((made, e) -> e).join())
              .filter(e -> e != null)
              .toList();

      assertThat(thrown)
          .singleElement(InstanceOfAssertFactories.THROWABLE)
          .cause()
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(target().toString());
      assertThat(target()).hasBinaryContent(BACKUP);
      assertThat(files()).containsExactly(target());
    }
  }

  private static void pass(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
