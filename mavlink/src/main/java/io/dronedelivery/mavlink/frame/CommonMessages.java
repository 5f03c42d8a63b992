package io.dronedelivery.mavlink.frame;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CRC_EXTRA of each message of the <a href="https://mavlink.io/en/messages/common.html">common set</a>, also of those
 * whose content is of no use here: so it is certain where their frames end, whatever bytes they carry.
 */
final class CommonMessages {
    private static final Map<Integer, Integer> CHECKSUM_EXTRAS = parse("""
            0:50 1:124 2:137 4:237 5:217 6:104 7:119 11:89 20:214 21:159 22:220 23:168 24:24 25:23 26:170 27:144
            28:67 29:115 30:39 31:246 32:185 33:104 34:237 35:244 36:222 37:212 38:9 39:254 40:230 41:28 42:28
            43:132 44:221 45:232 46:11 47:153 48:41 49:39 50:78 51:196 54:15 55:3 61:167 62:183 63:119 64:191 65:118
            66:148 67:21 69:243 70:124 73:38 74:20 75:158 76:152 77:143 81:106 82:49 83:22 84:143 85:140 86:5 87:150
            89:231 90:183 91:63 92:54 93:47 100:175 101:102 102:158 103:208 104:56 105:93 106:138 107:108 108:32
            109:185 110:84 111:34 112:174 113:124 114:237 115:4 116:76 117:128 118:56 119:116 120:134 121:237
            122:203 123:250 124:87 125:203 126:220 127:25 128:226 129:46 130:29 131:223 132:85 133:6 134:229 135:203
            136:1 137:195 138:109 139:168 140:181 141:47 142:72 143:131 144:127 146:103 147:154 148:178 149:200
            162:189 192:36 225:208 230:163 231:105 232:151 233:35 234:150 235:179 241:90 242:104 243:85 244:95
            245:130 246:184 247:81 248:8 249:204 250:49 251:170 252:44 253:83 254:46 256:71 257:131 258:187 259:92
            260:146 261:179 262:12 263:133 264:49 265:26 266:193 267:35 268:14 269:109 270:59 271:22 275:126 276:18
            277:62 280:70 281:48 282:123 283:74 284:99 285:137 286:210 287:1 288:20 295:234 296:158 299:19 301:243
            310:28 311:95 320:243 321:88 322:243 323:78 324:132 330:23 331:91 332:236 333:231 335:225 339:199 340:99
            345:209 350:232 360:11 370:75 373:117 375:251 376:199 385:147 386:132 387:4 388:8 390:156 9000:113
            9005:117 12900:114 12901:254 12902:140 12903:249 12904:77 12905:49 12915:94 12918:139 12919:7 12920:20""");

    private CommonMessages() {}

    /** A digest of the message's definition, so that sender and receiver mean the same by it; null of other messages. */
    static @Nullable Integer checksumExtra(int id) {
        return CHECKSUM_EXTRAS.get(id);
    }

    private static Map<Integer, Integer> parse(String table) {
        Map<Integer, Integer> extras = new HashMap<>();
        for (String entry : table.split("\\s+")) {
            int colon = entry.indexOf(':');
            extras.put(Integer.valueOf(entry.substring(0, colon)), Integer.valueOf(entry.substring(colon + 1)));
        }
        return Map.copyOf(extras);
    }
}
