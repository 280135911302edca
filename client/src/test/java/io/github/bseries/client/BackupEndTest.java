// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BackupEndTest {

  @TempDir private Path folder;

  private static byte[] content() {
    byte[] bytes = new byte[5_000];
    new Random(1).nextBytes(bytes);
    bytes[0] = 'N';
    return bytes;
  }

  private BackupDownload download(Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(r -> reply);
        ApplianceClient client = ScriptedClient.of(server)) {
      return client.downloadBackup(folder.resolve("site.nsb"));
    }
  }

  @Test
  void a_length_proves_the_end() throws Exception {
    BackupDownload backup = download(Reply.of(200, "application/octet-stream", content()));

    assertThat(backup.end()).isEqualTo(BackupEnd.LENGTH);
    assertThat(backup.serverFileName()).isNull();
  }

  @Test
  void a_last_chunk_proves_the_end() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(content());
    all.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    BackupDownload backup = download(new Reply(all.toByteArray(), Ending.KEEP));

    assertThat(backup.end()).isEqualTo(BackupEnd.LAST_CHUNK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename=\"a b.nsb\" | a b.nsb",
        "attachment; filename=plain.nsb | plain.nsb",
        "attachment; FileName = \"../up.nsb\"; size=5 | ../up.nsb",
        "attachment; filename*=UTF-8''x.nsb; filename=\"y.nsb\" | y.nsb",
        "filename=first.nsb | first.nsb",
        "attachment; filename*=UTF-8''x.nsb |",
        "attachment; notfilename=\"x.nsb\" |",
        "attachment |"
      })
  void the_servers_name_of_the_file_is_told_as_it_came(String header, String name)
      throws Exception {
    BackupDownload backup =
        download(
            Reply.of(200, "application/octet-stream", content(), "Content-Disposition: " + header));

    assertThat(backup.serverFileName()).isEqualTo(name);
    assertThat(backup.file()).isEqualTo(folder.resolve("site.nsb"));
  }
}
