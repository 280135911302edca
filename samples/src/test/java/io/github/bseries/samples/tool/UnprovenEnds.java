// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server that gives out tokens, and backups whose end is the end of the connection: no length is
 * told, and no last chunk comes.
 */
final class UnprovenEnds implements AutoCloseable {

  static final int SIZE_BYTES = 3000;

  private static final String TOKEN =
      "{\"access_token\":\"tokentokentokentokentokentokentokentoken\",\"token_type\":\"Bearer\","
          + "\"expires_in\":3600}";

  private static final String PASSWORD = "changeit";

  private final ServerSocket listener;
  private final Path certificate;

  /**
   * Begins to listen.
   *
   * @param folder where its certificate comes to be
   */
  UnprovenEnds(Path folder) throws Exception {
    KeyStore keys = keys(folder.resolve("keys.p12"));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    this.listener =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    byte[] encoded = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
    this.certificate =
        Files.writeString(
            folder.resolve("server.pem"),
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n");
    Thread acceptor = new Thread(this::accept, "unproven-ends");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private static KeyStore keys(Path file) throws Exception {
    String line =
        "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=here -ext san=ip:127.0.0.1"
            + " -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore";
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(line.split(" ")));
    words.add(file.toString());
    Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  String url() {
    return "https://127.0.0.1:" + listener.getLocalPort();
  }

  /** Returns the certificate to trust. */
  String certificate() {
    return certificate.toString();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        answer(socket);
      } catch (IOException e) {
        // Whoever called has gone, or the test is over.
        Thread.onSpinWait();
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String request = reader.readLine();
    int length = 0;
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
    }
    for (int i = 0; i < length; i++) {
      reader.read();
    }
    OutputStream out = socket.getOutputStream();
    boolean token = request != null && request.contains("/oauth2/token");
    String type = token ? "application/json" : "application/octet-stream";
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    out.write(token ? TOKEN.getBytes(StandardCharsets.US_ASCII) : content());
    out.flush();
    socket.shutdownOutput();
  }

  /** Bytes that are no text. */
  private static byte[] content() {
    byte[] bytes = new byte[SIZE_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
