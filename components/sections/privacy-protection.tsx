"use client";

import { format } from "@/lib/format";
import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import { PrivacyCalculator } from "./privacy-calculator";
import type { SectionProps } from "./section-results";

type Protection = NonNullable<SectionProps["result"]["privacy"]["protection"]>;
type PrivacyProtectionProps = { scenario: SectionProps["scenario"]; protection: Protection };
const at = "privacy.protection";

function PrivateTraining({ scenario, protection }: PrivacyProtectionProps) {
  const { noiseMultiplier, delta, passShare } = protection;
  return (
    <Group
      title="Private fine-tuning"
      lead="Noise hides what any one example taught. The smaller ε, the stronger the guarantee and the larger the loss of quality."
    >
      {noiseMultiplier !== null && (
        <FigureList>
          <FigureRow
            label="Noise multiplier"
            hint="standard deviation of the noise ÷ clipping norm"
            value={noiseMultiplier}
            unit="1"
            path={`${at}.noiseMultiplier`}
          />
          <FigureRow label="Chance that the guarantee does not hold (δ)" value={delta} unit="1" path={`${at}.delta`} />
          {passShare && (
            <>
              <FigureRow
                label="Share right that is left, at best"
                hint="as large models on sorting tasks lost"
                value={passShare.high}
                unit="share"
                path={`${at}.passShare.high`}
              />
              <FigureRow
                label="Share right that is left, at worst"
                hint="as small models on writing tasks lost"
                value={passShare.low}
                unit="share"
                path={`${at}.passShare.low`}
              />
            </>
          )}
        </FigureList>
      )}
      <PrivacyCalculator scenario={scenario} />
    </Group>
  );
}

function MultiParty({ multiParty }: Protection) {
  if (!multiParty) return null;
  const { secondsPerToken, requestSeconds } = multiParty;
  return (
    <Group
      title={`Multi-party computation: an answer takes ${format(requestSeconds, "s", { digits: 2 })} at best`}
      lead="No party sees the data, at the price of speed. From published systems, by the model's size."
    >
      <FigureList>
        <FigureRow
          label="Time per token, at best"
          value={secondsPerToken.low}
          unit="s"
          path={`${at}.multiParty.secondsPerToken.low`}
        />
        <FigureRow
          label="Time per token, without shortcuts"
          value={secondsPerToken.high}
          unit="s"
          path={`${at}.multiParty.secondsPerToken.high`}
        />
        <FigureRow
          label="Time of an answer, at best"
          value={requestSeconds}
          unit="s"
          path={`${at}.multiParty.requestSeconds`}
        />
      </FigureList>
    </Group>
  );
}

function Prompts({ leaksPerMonth, inlineSeconds }: Protection) {
  if (leaksPerMonth === undefined || inlineSeconds === undefined || (leaksPerMonth === 0 && inlineSeconds === 0))
    return null;
  return (
    <Group title="Identifiers in prompts" lead="What scrubbing misses reaches the model, and whoever runs it.">
      <FigureList>
        <FigureRow
          label="Identifiers that get through a month"
          value={leaksPerMonth}
          unit="1"
          path={`${at}.leaksPerMonth`}
        />
        <FigureRow
          label="Wait for scrubbing and checking"
          hint="before the first word"
          value={inlineSeconds}
          unit="s"
          path={`${at}.inlineSeconds`}
        />
      </FigureList>
    </Group>
  );
}

/** What protection takes, where any is chosen, and a calculator for private training. */
export function PrivacyProtection({ scenario, protection }: PrivacyProtectionProps) {
  return (
    <>
      <Prompts {...protection} />
      <MultiParty {...protection} />
      <PrivateTraining scenario={scenario} protection={protection} />
    </>
  );
}
