package dev.docket.command.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.docket.command.TestHttp;
import dev.docket.command.TestNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A request written by hand, so that it can be wrong, or end before its end. */
final class RawUpload implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    private RawUpload(Socket socket) {
        this.socket = socket;
    }

    /**
     * Sends a request line and headers.
     *
     * @param path below {@code /api/v1}
     */
    static RawUpload begin(TestNode node, TestHttp caller, String path, String... headers)
            throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        RawUpload upload = new RawUpload(socket);
        StringBuilder head = new StringBuilder("POST /api/v1" + path + " HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1\r\n")
                .append("Connection: close\r\n")
                .append("Authorization: Bearer ")
                .append(caller.token())
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        upload.send(head.append("\r\n").toString());
        return upload;
    }

    void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1), text.length());
    }

    void send(byte[] bytes, int count) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, 0, count);
        out.flush();
    }

    /** The first line of the answer; of what was meant to be sent, nothing more is. */
    String status() throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
                        .readLine());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
