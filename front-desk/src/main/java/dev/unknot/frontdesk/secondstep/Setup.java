package dev.unknot.frontdesk.secondstep;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.unknot.frontdesk.account.Letters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.UriUtils;

/**
 * What an app has to be told.
 *
 * @param secret in Base32
 * @param address {@code otpauth://…}, which has the secret and whose it is
 */
public record Setup(String secret, String address) {

    private static final String ISSUER = "Unknot";

    static Setup of(String secret, String email) {
        String label = ISSUER + ":" + UriUtils.encode(email, StandardCharsets.UTF_8);
        return new Setup(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + ISSUER);
    }

    /** In groups of four, to be typed. */
    public String grouped() {
        return Letters.inFours(secret, " ");
    }

    public Picture picture() {
        try {
            BitMatrix dots = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of());
            String path = IntStream.range(0, dots.getHeight())
                    .boxed()
                    .flatMap(y -> IntStream.range(0, dots.getWidth())
                            .filter(x -> dots.get(x, y))
                            .mapToObj(x -> "M" + x + " " + y + "h1v1h-1z"))
                    .collect(Collectors.joining());
            return new Picture(dots.getWidth(), path);
        } catch (WriterException impossible) {
            throw new IllegalStateException("an email is not too long for a QR code", impossible);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Setup[…]";
    }

    /**
     * The address as a QR code.
     *
     * @param side in dots, the quiet border with them
     * @param path of the dark dots, as SVG has it
     */
    public record Picture(int side, String path) {}
}
