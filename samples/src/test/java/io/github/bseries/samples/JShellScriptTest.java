// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/**
 * JShell itself leaves with status 0 after a script that failed, so each snippet is watched here.
 */
class JShellScriptTest {

  @Test
  void looking_at_a_pair_shows_a_switchover() throws IOException {
    String printed = run("look-at-a-pair.jsh", "");

    assertThat(printed)
        .contains("before", "answer  AwaitsSync", "end     Reached", "after", "ONE_PRIMARY");
  }

  @Test
  void a_session_has_everything_ready() throws IOException {
    String printed =
        run(
            "session.jsh",
            """
            System.out.println(pair.observe().layout());
            System.out.println(pair.primary().checkHealth().failoverRole());
            System.out.println(FailoverRole.BACKUP + " " + Duration.ofHours(1));
            pair.close();
            server.close();
            """);

    assertThat(printed.lines()).containsExactly("ONE_PRIMARY", "PRIMARY", "BACKUP PT1H");
  }

  @Test
  void every_script_is_run_by_a_test() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("jshell"))) {
      assertThat(scripts.map(script -> script.getFileName().toString()))
          .containsExactlyInAnyOrder("look-at-a-pair.jsh", "session.jsh");
    }
  }

  private static String run(String script, String more) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try (JShell shell =
        JShell.builder().out(stream).err(stream).remoteVMOptions("-Duser.language=tr").build()) {
      for (String entry : classPath()) {
        shell.addToClasspath(entry);
      }
      String source =
          Files.readString(Path.of("jshell", script))
              .lines()
              .filter(line -> !line.startsWith("/exit"))
              .collect(Collectors.joining("\n"));
      evaluate(shell, source + "\n" + more);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void evaluate(JShell shell, String source) {
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (!info.completeness().isComplete()) {
        fail("not a whole snippet: " + rest);
      }
      for (SnippetEvent event : shell.eval(info.source())) {
        if (event.status() == Snippet.Status.REJECTED) {
          fail(
              "rejected: "
                  + event.snippet().source()
                  + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
        }
        if (event.exception() != null) {
          fail("thrown by: " + event.snippet().source(), event.exception());
        }
      }
      rest = info.remaining();
    }
  }

  private static List<String> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(path.split(File.pathSeparator));
  }
}
